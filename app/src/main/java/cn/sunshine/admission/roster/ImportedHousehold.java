package cn.sunshine.admission.roster;

import java.util.List;
import java.util.Optional;

/**
 * What became of one household of an import.
 *
 * @param line the first row in the sheet, from 1 as Excel counts
 * @param headName as the sheet says it; may be empty
 * @param persons the rows of the household
 * @param caseId the case that was started
 * @param faults why none was; empty while it waits
 */
public record ImportedHousehold(
    int line,
    String headName,
    int persons,
    State state,
    Optional<String> caseId,
    List<CellFault> faults) {

  /** What became of it. */
  public enum State {
    WAITING("等待导入"),
    STARTED("已发起申请"),
    FAILED("有错误");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
