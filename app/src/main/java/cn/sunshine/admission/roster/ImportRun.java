package cn.sunshine.admission.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One upload of applicants and how far it is. Counts are of households.
 *
 * @param township the code of the township whose office uploaded it
 * @param account who did
 * @param ignoredColumns titles in the file that the template does not have; they were not taken
 *     over, and who uploaded should be told
 * @param total all households of the file
 * @param started those for which a case was started
 * @param failed those with faults
 */
public record ImportRun(
    String id,
    String township,
    String account,
    String fileName,
    State state,
    List<String> ignoredColumns,
    int total,
    int started,
    int failed,
    Instant startedAt,
    Optional<Instant> endedAt) {

  /** How an import stands. */
  public enum State {
    RUNNING("正在导入"),
    FINISHED("已完成"),
    CANCELLED("已取消");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** How many households have been dealt with, well or badly. */
  public int done() {
    return started + failed;
  }

  /** From 0 to 1, for a progress bar. */
  public double progress() {
    return total == 0 ? 1 : (double) done() / total;
  }

  /** Households that did not become cases: with faults, or left when it was cancelled. */
  public int remaining() {
    return total - started;
  }
}
