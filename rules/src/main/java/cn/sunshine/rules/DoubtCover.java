package cn.sunshine.rules;

import cn.sunshine.rules.Household.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells which doubts of a comparison have been raised already. Each raised doubt covers one: of the
 * same record, or of the same kind where one side names no record. What a later comparison finds on
 * top stays uncovered and is a new doubt.
 */
final class DoubtCover {
  private final List<Doubt> unused;

  private DoubtCover(List<Doubt> raised) {
    unused = new ArrayList<>(raised);
  }

  /** The doubts found that no raised doubt covers, in the same order. */
  static List<NewDoubt> uncovered(List<NewDoubt> found, List<Doubt> raised) {
    DoubtCover cover = new DoubtCover(raised);
    // Records first, so that a doubt without a record is kept for what no other doubt names.
    List<NewDoubt> rest = found.stream().filter(doubt -> !cover.hasSameRecord(doubt)).toList();
    return rest.stream().filter(doubt -> !cover.hasSameKind(doubt)).toList();
  }

  private boolean hasSameRecord(NewDoubt found) {
    return found.subject().recordId().isPresent()
        && take(found, raised -> raised.recordId().equals(found.subject().recordId()));
  }

  private boolean hasSameKind(NewDoubt found) {
    return take(
        found, raised -> found.subject().recordId().isEmpty() || raised.recordId().isEmpty());
  }

  private boolean take(NewDoubt found, Predicate<Doubt> matches) {
    Optional<Doubt> match =
        unused.stream()
            .filter(raised -> raised.item() == found.subject().item() && matches.test(raised))
            .findFirst();
    match.ifPresent(unused::remove);
    return match.isPresent();
  }
}
