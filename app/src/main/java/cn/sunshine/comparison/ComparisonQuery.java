package cn.sunshine.comparison;

import cn.sunshine.forms.IdNumber;
import java.util.List;

/**
 * A question to the comparison sources. All of it is kept in the log of queries (NT-26).
 *
 * @param actor the account that asks, or {@code system} for the process
 * @param reason why, in Chinese
 * @param caseCounty the code of the county of the case
 * @param persons head and members of the household
 */
public record ComparisonQuery(
    String caseId,
    String actor,
    String reason,
    ComparisonScope scope,
    String caseCounty,
    List<IdNumber> persons) {

  public ComparisonQuery {
    if (caseId.isBlank() || actor.isBlank() || reason.isBlank() || caseCounty.isBlank()) {
      throw new IllegalArgumentException("a query says who asks, why, and for which case");
    }
    persons = persons.stream().distinct().toList();
  }
}
