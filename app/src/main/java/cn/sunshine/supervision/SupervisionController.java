package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.deadline.Sla;
import cn.sunshine.escalation.Alert;
import cn.sunshine.escalation.AlertSeverity;
import cn.sunshine.escalation.AlertStage;
import cn.sunshine.escalation.Alerts;
import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.WorkloadQuery;
import cn.sunshine.inbox.WorkloadQuery.Show;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the supervisors' page over REST, the lists behind them, and the urge. */
@RestController
@RequestMapping("/api/v1/supervision")
class SupervisionController {

  private static final int LARGEST_PAGE = 500;

  private final Supervision supervision;
  private final Urges urges;
  private final Alerts alerts;
  private final CaseSight sight;
  private final Regions regions;
  private final CurrentActor currentActor;
  private final Clock clock;

  SupervisionController(
      Supervision supervision,
      Urges urges,
      Alerts alerts,
      CaseSight sight,
      Regions regions,
      CurrentActor currentActor,
      Clock clock) {
    this.supervision = supervision;
    this.urges = urges;
    this.alerts = alerts;
    this.sight = sight;
    this.regions = regions;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record Total(long open, long onTrack, long dueSoon, long overdue, long dueNextWorkingDay) {

    static Total of(Counts counts) {
      return new Total(
          counts.open(), counts.onTrack(), counts.dueSoon(), counts.overdue(), counts.next());
    }
  }

  record Past(long decided, long late, double onTimeRatio) {

    static Past of(Decided decided) {
      return new Past(decided.all(), decided.late(), decided.share());
    }
  }

  record Area(String region, String name, Total tasks, Past past) {}

  record Step(String process, String step, String name, Total tasks) {}

  record Office(String role, Total tasks) {}

  record Chain(String process, Total tasks) {}

  /**
   * @param past of the weeks since then
   */
  record Board(
      String region,
      Total tasks,
      Past past,
      OffsetDateTime since,
      List<Area> areas,
      List<Chain> processes,
      List<Step> steps,
      List<Office> offices) {}

  /**
   * @param region the region to look into; without it, the one that the caller supervises
   */
  @GetMapping
  Board board(@RequestParam Optional<String> region, @RequestParam Optional<String> process) {
    Actor actor = currentActor.require();
    String code = regionOf(region, actor);
    Figures figures = supervision.figures(code, process.filter(id -> !id.isBlank()), actor);
    return new Board(
        code,
        Total.of(figures.total()),
        Past.of(figures.punctuality().total()),
        figures.since().atZone(clock.getZone()).toOffsetDateTime(),
        figures.byArea().entrySet().stream()
            .sorted(Figures.worstFirst())
            .map(
                area ->
                    new Area(
                        area.getKey(),
                        regions.name(area.getKey()),
                        Total.of(area.getValue()),
                        Past.of(
                            figures
                                .punctuality()
                                .areas()
                                .getOrDefault(area.getKey(), Decided.NOTHING))))
            .toList(),
        figures.byProcess().entrySet().stream()
            .sorted(Figures.worstFirst())
            .map(chain -> new Chain(chain.getKey(), Total.of(chain.getValue())))
            .toList(),
        figures.byStep().entrySet().stream()
            .sorted(Figures.worstFirst())
            .map(
                step ->
                    new Step(
                        step.getKey().process(),
                        step.getKey().id(),
                        step.getKey().name(),
                        Total.of(step.getValue())))
            .toList(),
        figures.byOffice().entrySet().stream()
            .sorted(Figures.worstFirst())
            .map(
                office ->
                    new Office(
                        office.getKey().map(Role::code).orElse("person"),
                        Total.of(office.getValue())))
            .toList());
  }

  record Item(
      String id,
      String caseId,
      String process,
      String taskType,
      String name,
      String region,
      String subject,
      OffsetDateTime due,
      Sla sla,
      Optional<AlertView> alert) {}

  /**
   * @param severity {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}
   */
  record AlertView(
      AlertSeverity severity,
      AlertStage stage,
      String rule,
      String version,
      String policy,
      String message,
      String actual,
      String limit) {

    static AlertView of(Alert alert) {
      return new AlertView(
          alert.severity(),
          alert.stage(),
          alert.rule(),
          alert.version(),
          alert.policy(),
          alert.message(),
          alert.actual(),
          alert.condition());
    }
  }

  record Items(List<Item> items, long total) {}

  @GetMapping("/tasks")
  Items tasks(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> process,
      @RequestParam Optional<String> step,
      @RequestParam Optional<String> office,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    Actor actor = currentActor.require();
    WorkloadQuery query =
        new WorkloadQuery(
            regionOf(region, actor),
            process.filter(id -> !id.isBlank()),
            step.filter(id -> !id.isBlank()),
            office.filter(code -> !code.isBlank()).map(SupervisionController::role),
            showOf(show),
            supervision.next(),
            supervision.since());
    List<Task> found = supervision.tasks(query, (long) page * size, size, actor);
    Map<String, Alert> alarmed = alerts.latest(found);
    return new Items(
        found.stream()
            .map(
                task ->
                    item(
                        task,
                        sight.subject(task, actor),
                        Optional.ofNullable(alarmed.get(task.getId()))))
            .toList(),
        supervision.count(query, actor));
  }

  /**
   * @param text what is said to who has the task
   */
  record Urge(String text) {}

  @PostMapping("/tasks/{id}/urge")
  void urge(@PathVariable String id, @RequestBody Urge urge) {
    urges.urge(id, urge.text(), currentActor.require());
  }

  private String regionOf(Optional<String> region, Actor actor) {
    Optional<String> asked = region.map(String::strip).filter(code -> !code.isEmpty());
    asked.ifPresent(regions::require);
    return asked.orElseGet(
        () ->
            supervision.regions(actor).stream()
                .min(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new Refusal.Forbidden("您的角色没有督查范围。")));
  }

  private static Role role(String code) {
    return Role.ofCode(code).orElseThrow(() -> new Refusal.Invalid("没有“" + code + "”这个角色。"));
  }

  private static Show showOf(String text) {
    return Arrays.stream(Show.values())
        .filter(one -> one.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "show 只能是 "
                        + Arrays.stream(Show.values())
                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("、"))
                        + "。"));
  }

  private Item item(Task task, String subject, Optional<Alert> alert) {
    return new Item(
        task.getId(),
        task.caseId(),
        task.process(),
        task.taskType(),
        task.name(),
        task.region(),
        subject,
        task.due().atZone(clock.getZone()).toOffsetDateTime(),
        Sla.of(task.due(), task.dueSoon(), task.endedAt().orElse(clock.instant())),
        alert.map(AlertView::of));
  }
}
