package cn.sunshine.comparison;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a bureau that was taken in.
 *
 * @param sha256 of its content, in hexadecimal digits
 * @param rows how many lines of data it had
 * @param faults how many faults were found; none when it was loaded
 */
public record ComparisonFile(
    UUID id, String name, String sha256, Outcome outcome, int rows, int faults, Instant handledAt) {

  /** What became of the file. */
  public enum Outcome {
    LOADED("已载入"),
    FAILED("有错误，未载入");

    private final String chinese;

    Outcome(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }
}
