package cn.sunshine.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One check of one set of answers: what day it is, whether gaps count, and the faults found so far.
 */
final class Examination {

  /**
   * Nobody mends more faults at a time, and a hostile input must not earn an answer of its own
   * size.
   */
  private static final int MOST_FAULTS = 50;

  /** Whether an unanswered question is a fault. */
  enum Gaps {
    REFUSED,
    ALLOWED
  }

  private final LocalDate today;
  private final Gaps gaps;
  private final List<FieldError> faults = new ArrayList<>();

  Examination(LocalDate today, Gaps gaps) {
    this.today = today;
    this.gaps = gaps;
  }

  LocalDate today() {
    return today;
  }

  void fault(Place place, String message) {
    if (!isFull()) {
      faults.add(new FieldError(place.path(), place.sentence(message)));
    }
  }

  void gap(Place place, String message) {
    if (gaps == Gaps.REFUSED) {
      fault(place, message);
    }
  }

  boolean isFull() {
    return faults.size() >= MOST_FAULTS;
  }

  List<FieldError> faults() {
    return List.copyOf(faults);
  }
}
