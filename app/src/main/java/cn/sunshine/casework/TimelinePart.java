package cn.sunshine.casework;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.Actor;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.Timeline;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** What happened in the case, newest first: people, rules, notices. */
@Order(20)
@org.springframework.stereotype.Component
class TimelinePart implements CasePart {

  private final Cases cases;
  private final Accounts accounts;

  TimelinePart(Cases cases, Accounts accounts) {
    this.cases = cases;
    this.accounts = accounts;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "经过";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    Map<String, Task> tasks =
        cases.tasks(file).stream().collect(Collectors.toMap(Task::getId, Function.identity()));
    Timeline timeline = new Timeline();
    List<AuditEntry> entries = cases.timeline(file);
    Map<String, String> names =
        accounts.displayNames(entries.stream().map(AuditEntry::actor).distinct().toList());
    for (AuditEntry entry : entries.reversed()) {
      Optional<Task> task =
          Optional.ofNullable(tasks.get(entry.detail().path("task").asString("")));
      timeline.event(
          EventWords.tone(entry),
          EventWords.title(entry, task.map(Task::name)),
          entry.at(),
          EventWords.actor(entry, names),
          entry.comment());
    }
    if (entries.isEmpty()) {
      timeline.event(Tone.PLAIN, "申请", file.startedAt(), file.applicant(), "");
    }
    return Optional.of(timeline);
  }
}
