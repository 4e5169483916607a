package cn.sunshine.inbox;

import cn.sunshine.account.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of tasks that a supervisor asks for.
 *
 * @param region the region to look in, with all that lies in it
 * @param process only of cases of this process
 * @param step only of this task type
 * @param office only tasks of offices of this role
 * @param next for {@link Show#NEXT}: until when they fall due
 * @param since for decided tasks: from when on they were decided
 */
public record WorkloadQuery(
    String region,
    Optional<String> process,
    Optional<String> step,
    Optional<Role> office,
    Show show,
    Instant next,
    Instant since) {

  /** Which tasks. */
  public enum Show {
    OPEN("在办", "state = 'OPEN'"),
    ON_TRACK("正常", "state = 'OPEN' and due_soon > :now and due > :now"),
    DUE_SOON("即将到期", "state = 'OPEN' and due_soon <= :now and due > :now"),
    OVERDUE("已逾期", "state = 'OPEN' and due <= :now"),
    NEXT("下一工作日前到期", "state = 'OPEN' and due > :now and due <= :next"),
    DECIDED("已办结", "state = 'COMPLETED' and ended_at >= :since"),
    LATE("逾期办结", "state = 'COMPLETED' and ended_at >= :since and ended_at >= due");

    private final String chinese;
    final String condition;

    Show(String chinese, String condition) {
      this.chinese = chinese;
      this.condition = condition;
    }

    public String chinese() {
      return chinese;
    }

    /** Whether these tasks still have to be done. */
    public boolean isOpen() {
      return this != DECIDED && this != LATE;
    }
  }
}
