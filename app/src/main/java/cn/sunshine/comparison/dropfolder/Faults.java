package cn.sunshine.comparison.dropfolder;

import java.util.ArrayList;
import java.util.List;

/** The faults of one file: all of them counted, the first ones kept. */
final class Faults {

  private static final int KEPT = 1_000;

  private final List<Fault> kept = new ArrayList<>();
  private int count;

  void add(Fault fault) {
    count++;
    if (kept.size() < KEPT) {
      kept.add(fault);
    }
  }

  int count() {
    return count;
  }

  boolean none() {
    return count == 0;
  }

  List<Fault> kept() {
    return List.copyOf(kept);
  }
}
