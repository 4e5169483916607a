package cn.sunshine.inbox;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.deadline.Sla;
import cn.sunshine.forms.Outcome;
import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/tasks")
class TaskController {

  private final Inbox inbox;
  private final CurrentActor currentActor;
  private final Clock clock;

  TaskController(Inbox inbox, CurrentActor currentActor, Clock clock) {
    this.inbox = inbox;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record TaskItem(
      String id,
      String caseId,
      String process,
      String taskType,
      String name,
      String region,
      String subject,
      OffsetDateTime due,
      Sla sla,
      String assignee,
      Task.State state,
      String outcome) {}

  record TaskPage(List<TaskItem> items, long total) {}

  record TaskDetail(
      String id,
      String caseId,
      String process,
      String taskType,
      String name,
      String region,
      String subject,
      OffsetDateTime due,
      Sla sla,
      String assignee,
      Task.State state,
      String outcome,
      List<String> outcomes,
      List<Outcome> outcomeChoices,
      List<String> returnTargets,
      JsonNode form,
      Map<String, Object> data) {}

  record Completion(String outcome, String comment, Map<String, Object> data) {}

  @GetMapping
  TaskPage find(
      @RequestParam(defaultValue = "group") String view,
      @RequestParam Optional<String> process,
      @RequestParam Optional<String> q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      @RequestParam(defaultValue = "due") String sort) {
    TaskQuery query =
        new TaskQuery(
            TaskQuery.View.of(view),
            process.filter(p -> !p.isBlank()),
            q,
            page,
            size,
            TaskQuery.Sort.of(sort));
    Inbox.TaskPage found = inbox.find(query, currentActor.require());
    return new TaskPage(found.items().stream().map(this::item).toList(), found.total());
  }

  @GetMapping("/{id}")
  TaskDetail open(@PathVariable String id) {
    Inbox.TaskSheet sheet = inbox.open(id, currentActor.require());
    TaskItem item = item(sheet.task());
    return new TaskDetail(
        item.id(),
        item.caseId(),
        item.process(),
        item.taskType(),
        item.name(),
        item.region(),
        item.subject(),
        item.due(),
        item.sla(),
        item.assignee(),
        item.state(),
        item.outcome(),
        sheet.outcomes().stream().map(Outcome::value).toList(),
        sheet.outcomes(),
        inbox.returnTargets(sheet.task()),
        sheet.form().json(),
        sheet.data());
  }

  @PostMapping("/{id}/claim")
  TaskItem claim(@PathVariable String id) {
    return item(inbox.claim(id, currentActor.require()));
  }

  @PostMapping("/{id}/unclaim")
  TaskItem giveBack(@PathVariable String id) {
    return item(inbox.giveBack(id, currentActor.require()));
  }

  @PostMapping("/{id}/complete")
  TaskItem complete(@PathVariable String id, @RequestBody Completion completion) {
    if (completion.outcome() == null) {
      throw new Refusal.Invalid("请给出结论 outcome。", List.of(new Refusal.FieldFault("outcome", "必填")));
    }
    Decision decision = new Decision(completion.outcome(), completion.comment(), completion.data());
    return item(inbox.decide(id, decision, currentActor.require()));
  }

  private TaskItem item(Task task) {
    return new TaskItem(
        task.getId(),
        task.caseId(),
        task.process(),
        task.taskType(),
        task.name(),
        task.region(),
        task.subject(),
        at(task.due()),
        Sla.of(task.due(), task.dueSoon(), task.endedAt().orElse(clock.instant())),
        task.assignee().orElse(null),
        task.state(),
        task.outcome().orElse(null));
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
