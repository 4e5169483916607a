package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.deadline.Sla;
import cn.sunshine.inbox.Task;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.FindingView;
import cn.sunshine.problem.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
class CaseController {

  private final Cases cases;
  private final CaseList list;
  private final Decisions decisions;
  private final CurrentActor currentActor;
  private final Clock clock;

  CaseController(
      Cases cases, CaseList list, Decisions decisions, CurrentActor currentActor, Clock clock) {
    this.cases = cases;
    this.list = list;
    this.decisions = decisions;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record Start(String process, String region, Map<String, Object> data) {}

  record Started(String id, String process, int version, String region, CaseFile.Status status) {}

  record OpenTask(
      String id, String taskType, String name, OffsetDateTime due, Sla sla, String assignee) {}

  record TimelineEntry(
      OffsetDateTime at, String actor, String action, String comment, String taskType) {}

  record RuleDecision(
      String stage,
      OffsetDateTime at,
      LocalDate asOf,
      String ruleSet,
      String version,
      String outcome,
      List<FindingView> findings) {}

  record CaseDetail(
      String id,
      String process,
      int version,
      String region,
      CaseFile.Status status,
      String subject,
      OffsetDateTime startedAt,
      Map<String, Object> data,
      List<OpenTask> openTasks,
      List<TimelineEntry> timeline,
      List<RuleDecision> decisions,
      Map<String, Object> result) {}

  record CaseItem(
      String id,
      String process,
      int version,
      String region,
      CaseFile.Status status,
      String subject,
      OffsetDateTime startedAt) {}

  record CasePage(List<CaseItem> items, long total) {}

  record Withdrawal(String reason) {}

  @PostMapping
  ResponseEntity<Started> start(@RequestBody Start start) {
    List<Refusal.FieldFault> missing = new ArrayList<>();
    if (start.process() == null) {
      missing.add(new Refusal.FieldFault("process", "必填"));
    }
    if (start.region() == null) {
      missing.add(new Refusal.FieldFault("region", "必填"));
    }
    if (start.data() == null) {
      missing.add(new Refusal.FieldFault("data", "必填"));
    }
    if (!missing.isEmpty()) {
      throw new Refusal.Invalid("请给出 process、region 和 data。", missing);
    }
    CaseFile file =
        cases.start(start.process(), start.region(), start.data(), currentActor.require());
    return ResponseEntity.created(URI.create("/api/v1/cases/" + file.getId())).body(started(file));
  }

  @GetMapping
  CasePage find(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    CaseList.Page found =
        list.find(
            new CaseQuery(
                region.filter(text -> !text.isBlank()),
                status.filter(text -> !text.isBlank()).map(CaseQuery::statusOf),
                q,
                page,
                size),
            currentActor.require());
    return new CasePage(
        found.items().stream()
            .map(
                file ->
                    new CaseItem(
                        file.getId(),
                        file.process(),
                        file.modelVersion(),
                        file.region(),
                        file.status(),
                        file.subject(),
                        at(file.startedAt())))
            .toList(),
        found.total());
  }

  @GetMapping("/{id}")
  CaseDetail show(@PathVariable String id) {
    Actor actor = currentActor.require();
    CaseFile file = cases.find(id, actor);
    return new CaseDetail(
        file.getId(),
        file.process(),
        file.modelVersion(),
        file.region(),
        file.status(),
        file.subject(),
        at(file.startedAt()),
        cases.dataFor(file, actor),
        cases.tasks(file).stream()
            .filter(task -> task.state() == Task.State.OPEN)
            .map(this::openTask)
            .toList(),
        cases.timeline(file).stream()
            .map(
                entry ->
                    new TimelineEntry(
                        at(entry.at()),
                        entry.actor(),
                        entry.action(),
                        entry.comment(),
                        entry.detail().path("taskType").asString(null)))
            .toList(),
        decisions.of(id).stream().map(this::ruleDecision).toList(),
        file.result().orElse(null));
  }

  @PostMapping("/{id}/withdraw")
  Started withdraw(@PathVariable String id, @RequestBody Withdrawal withdrawal) {
    return started(cases.withdraw(id, withdrawal.reason(), currentActor.require()));
  }

  private static Started started(CaseFile file) {
    return new Started(
        file.getId(), file.process(), file.modelVersion(), file.region(), file.status());
  }

  private OpenTask openTask(Task task) {
    return new OpenTask(
        task.getId(),
        task.taskType(),
        task.name(),
        at(task.due()),
        Sla.of(task.due(), task.dueSoon(), clock.instant()),
        task.assignee().orElse(null));
  }

  private RuleDecision ruleDecision(DecisionRecord decision) {
    return new RuleDecision(
        decision.stage(),
        at(decision.at()),
        decision.asOf(),
        decision.ruleSet(),
        decision.version(),
        decision.outcome(),
        decision.findings());
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
