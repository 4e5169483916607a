package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.Cases;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of projects and the reserve library. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

  private final Projects projects;
  private final ProjectStore store;
  private final Gates gates;
  private final Cases cases;
  private final Appraisals appraisals;
  private final Regions regions;
  private final CurrentActor currentActor;
  private final Clock clock;

  ProjectController(
      Projects projects,
      ProjectStore store,
      Gates gates,
      Cases cases,
      Appraisals appraisals,
      Regions regions,
      CurrentActor currentActor,
      Clock clock) {
    this.projects = projects;
    this.store = store;
    this.gates = gates;
    this.cases = cases;
    this.appraisals = appraisals;
    this.regions = regions;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record Item(
      String caseId,
      String process,
      String region,
      String regionName,
      String name,
      String kind,
      BigDecimal budget,
      String implementingUnit,
      Project.Stage stage,
      String gate,
      BigDecimal approvedAmount,
      String contractor,
      BigDecimal contractAmount,
      BigDecimal finalAmount,
      OffsetDateTime registeredAt) {}

  record Listing(List<Item> items, long total, BigDecimal budget) {}

  record Detail(
      Item project,
      List<Gates.Gate> gates,
      List<ProjectRows.Milestone> milestones,
      List<ProjectRows.Change> changes,
      List<ProjectRows.Payment> payments,
      Map<PaymentStep, BigDecimal> paid,
      Map<String, Object> appraisal,
      List<ProjectRows.GateEntry> history) {}

  @GetMapping
  Listing list(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> q,
      @RequestParam Optional<String> stage,
      @RequestParam Optional<String> process,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    Actor actor = currentActor.require();
    Projects.Filter filter =
        new Projects.Filter(
            given(region),
            given(q),
            given(stage).map(ProjectController::stage),
            given(process).map(ProjectController::type));
    Projects.Totals totals = projects.totals(filter, actor);
    return new Listing(
        projects.search(filter, page, size, actor).stream().map(this::item).toList(),
        totals.projects(),
        totals.budget());
  }

  @GetMapping("/{caseId}")
  Detail show(@PathVariable String caseId) {
    Project project = projects.find(caseId, currentActor.require());
    Map<PaymentStep, BigDecimal> paid = new LinkedHashMap<>();
    for (PaymentStep step : PaymentStep.values()) {
      paid.put(step, store.paid(caseId, step));
    }
    return new Detail(
        item(project),
        gates.of(cases.require(caseId)),
        store.milestones(caseId),
        store.changes(caseId),
        store.payments(caseId),
        paid,
        appraisal(caseId),
        store.history(caseId));
  }

  /** The draw can be checked by anybody who sees the project: seed, candidates, recusals. */
  private Map<String, Object> appraisal(String caseId) {
    Map<String, Object> result = new LinkedHashMap<>();
    appraisals
        .latest(caseId)
        .ifPresent(
            draw -> {
              result.put("draw", draw);
              result.put("repeated", appraisals.repeat(draw));
              result.put("scores", appraisals.scores(draw));
              appraisals.average(draw).ifPresent(mean -> result.put("average", mean));
            });
    return result;
  }

  private Item item(Project project) {
    return new Item(
        project.caseId(),
        project.type().process(),
        project.region(),
        regions.fullName(project.region()),
        project.name(),
        project.kind(),
        project.budget(),
        project.implementingUnit(),
        project.stage(),
        project.gate(),
        project.approvedAmount().orElse(null),
        project.contractor().orElse(null),
        project.contractAmount().orElse(null),
        project.finalAmount().orElse(null),
        at(project.registeredAt()));
  }

  private static Optional<String> given(Optional<String> text) {
    return text.filter(words -> !words.isBlank());
  }

  private static Project.Stage stage(String text) {
    return Arrays.stream(Project.Stage.values())
        .filter(stage -> stage.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "stage 只能是 "
                        + Arrays.stream(Project.Stage.values())
                            .map(Enum::name)
                            .collect(Collectors.joining("、"))
                        + "。"));
  }

  private static ProjectType type(String text) {
    return ProjectType.ofProcess(text.strip())
        .orElseThrow(() -> new Refusal.Invalid("process 不是项目类流程。"));
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(clock.getZone()).toOffsetDateTime();
  }
}
