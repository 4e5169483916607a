package cn.sunshine.comparison;

import cn.sunshine.forms.IdNumber;
import java.util.Optional;

/**
 * Which entries of the log of queries are wanted.
 *
 * @param region the code of a region whose counties are meant
 * @param person the exact ID number of a person who was asked for
 */
public record QueryLogFilter(
    Optional<String> region,
    Optional<String> actor,
    Optional<String> caseId,
    Optional<IdNumber> person) {

  public static final QueryLogFilter ALL =
      new QueryLogFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
