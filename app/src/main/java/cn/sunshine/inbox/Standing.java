package cn.sunshine.inbox;

import cn.sunshine.account.Role;
import java.util.Optional;

/**
 * How many open tasks of one step lie in one area, and how they stand against their terms.
 *
 * @param area the code of the area
 * @param process the plain process id of the cases
 * @param step the task type
 * @param stepName what the step is called in Chinese
 * @param office the role whose task it is; empty for tasks of one person, such as the applicant
 * @param next how many of those that are not overdue fall due by the moment that was asked for
 */
public record Standing(
    String area,
    String process,
    String step,
    String stepName,
    Optional<Role> office,
    long onTrack,
    long dueSoon,
    long overdue,
    long next) {

  public long open() {
    return onTrack + dueSoon + overdue;
  }
}
