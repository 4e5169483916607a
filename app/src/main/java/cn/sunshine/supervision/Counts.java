package cn.sunshine.supervision;

import cn.sunshine.inbox.Standing;
import java.util.Collection;

/**
 * Open tasks by how they stand against their terms.
 *
 * @param next how many fall due before the next working day is over, and are not overdue yet
 */
public record Counts(long onTrack, long dueSoon, long overdue, long next) {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  public long open() {
    return onTrack + dueSoon + overdue;
  }

  Counts plus(Counts other) {
    return new Counts(
        onTrack + other.onTrack,
        dueSoon + other.dueSoon,
        overdue + other.overdue,
        next + other.next);
  }

  static Counts of(Collection<Standing> standings) {
    return standings.stream()
        .map(one -> new Counts(one.onTrack(), one.dueSoon(), one.overdue(), one.next()))
        .reduce(NONE, Counts::plus);
  }
}
