package cn.sunshine.inbox;

import cn.sunshine.deadline.Sla;
import cn.sunshine.deadline.Terms;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How a task stands against its term, as a badge. */
@Component
public class TaskClock {

  private final Terms terms;
  private final Clock clock;

  TaskClock(Terms terms, Clock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  /** The traffic light of an open task; of an ended one, how it ended. */
  public StateBadge badge(Task task) {
    return switch (task.state()) {
      case OPEN ->
          new StateBadge(
              tone(task), terms.in(task.region()).remaining(task.due(), clock.instant()));
      case COMPLETED ->
          new StateBadge(Tone.PLAIN, "已办 " + task.endedAt().map(Wording::dateTime).orElse(""));
      case CANCELLED -> new StateBadge(Tone.STOPPED, "已取消");
    };
  }

  private Tone tone(Task task) {
    return switch (Sla.of(task.due(), task.dueSoon(), clock.instant())) {
      case ON_TRACK -> Tone.GOOD;
      case DUE_SOON -> Tone.WARNING;
      case OVERDUE -> Tone.BAD;
    };
  }
}
