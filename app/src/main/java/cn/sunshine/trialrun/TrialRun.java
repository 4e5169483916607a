package cn.sunshine.trialrun;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A trial run.
 *
 * @param subject what it is about, such as {@code policy-change:7f3…}
 * @param region root region of the pack
 * @param sourceName 登记库, or the name of the sheet
 * @param hash over rule versions, day and parameter rows: equal hashes compare the same
 * @param problem what went wrong, for people; empty when nothing did
 * @param total households there are
 * @param judged of them, judged so far
 * @param changed households whose outcome differs
 * @param confirmed of them, judged again in full by Drools during the run
 * @param checked unchanged households that Drools confirmed
 * @param notJudged households whose data the rules do not accept
 * @param obstacle why a table could not be compiled; empty when both were
 */
public record TrialRun(
    String id,
    String subject,
    String pack,
    String region,
    String ruleSet,
    LocalDate asOf,
    Source source,
    String sourceName,
    Side before,
    Side after,
    String hash,
    State state,
    String problem,
    long total,
    long judged,
    long changed,
    long confirmed,
    long checked,
    long notJudged,
    String obstacle,
    String askedBy,
    Instant askedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  /** One of the two books, as it was called, and the version of its rules. */
  public record Side(String title, String version) {}

  /** Where the households come from. */
  public enum Source {
    REGISTER,
    SHEET
  }

  /** How far a run is. */
  public enum State {
    QUEUED("排队中"),
    RUNNING("试算中"),
    DONE("已完成"),
    CANCELLED("已取消"),
    FAILED("未完成");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
      return this == DONE || this == CANCELLED || this == FAILED;
    }
  }

  /** Which part has been judged, from 0 to 1. */
  public double progress() {
    return total == 0 ? (state.isOver() ? 1 : 0) : Math.min(1, (double) judged / total);
  }
}
