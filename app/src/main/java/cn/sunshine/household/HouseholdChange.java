package cn.sunshine.household;

import java.time.Instant;
import java.util.Map;

/**
 * One change of an entry in the register.
 *
 * @param kind what changed it
 * @param before the changed values as they were, by their names
 * @param after the same values as they became
 */
public record HouseholdChange(
    Instant at, String caseId, Kind kind, Map<String, String> before, Map<String, String> after) {

  /** What changes an entry. */
  public enum Kind {
    EXIT("退出"),
    ADJUSTMENT("年度复核调整");

    private final String chinese;

    Kind(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
