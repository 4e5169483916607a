package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every person's step of every project model (NT-12, NT-13, JY-7, JY-8) warns before its term ends
 * and reports that it has ended: a project of each kind is carried to its end, and at each step
 * that comes for the first time both terms run out before anybody decides.
 */
@ProcessTest
class ProjectTermsTest {

  /** What is decided the first times instead of an approval, so that the side roads are taken. */
  private static final Map<String, List<String>> SIDE_ROADS =
      Map.of(
          "bid-evaluation", List.of("reject"),
          "milestone-report", List.of("change", "risk"),
          "preliminary-acceptance", List.of("rectify"));

  /** A step of the shared appraisal that only one kind takes. */
  private static final String ONLY_POOLED = "project-argument";

  private static final List<String> KINDS = Projects.ALL;
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LONGEST_WAY = 150;

  private final TestEngine engine;

  ProjectTermsTest(TestEngine engine) {
    this.engine = engine;
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyStepWarnsBeforeItsTermEndsAndReportsThatItHasEnded(String kind) {
    boolean allRoads = kind.equals(Projects.PROVINCIAL);
    TestCase project = engine.admission().filed(kind);
    Set<String> wanted = wantedOf(kind);
    Map<String, Deque<String>> decisions = new LinkedHashMap<>();
    decisions.put(project.open().getFirst(), new ArrayDeque<>(List.of(Variables.RETURN)));
    if (allRoads) {
      SIDE_ROADS.forEach((step, first) -> decisions.put(step, new ArrayDeque<>(first)));
      project.answering(ProjectWork.EXPERTS, List.of("e1"));
    }
    Set<String> outlasted = new LinkedHashSet<>();
    for (int n = 0; n < LONGEST_WAY && !project.hasEnded(); n++) {
      Optional<String> open = project.open().stream().findFirst();
      if (open.isEmpty()) {
        project.timePasses(A_DAY);
        continue;
      }
      String step = open.get();
      if (wanted.contains(step) && outlasted.add(step)) {
        project.outlasts(step);
      }
      anotherWorldAfter(step, project);
      Deque<String> left = decisions.getOrDefault(step, new ArrayDeque<>());
      String outcome = left.isEmpty() ? Variables.APPROVE : left.remove();
      project.decideOne(step, Map.of(Variables.OUTCOME, outcome));
    }
    assertThat(project.hasEnded()).as("the end of %s", kind).isTrue();
    assertThat(outlasted).containsExactlyInAnyOrderElementsOf(wanted);
  }

  /** More experts after the shortage; too few bidders after a failed evaluation. */
  private static void anotherWorldAfter(String step, TestCase project) {
    switch (step) {
      case "expert-shortage" -> project.answering(ProjectWork.EXPERTS, List.of("e1", "e2", "e3"));
      case "bid-evaluation" -> project.answering(ProjectWork.BIDS, 1);
      default -> {}
    }
  }

  /** The steps of some models; objections are the notice's own. */
  private static Set<String> stepsOf(String kind, Set<String> models) {
    return ProcessLibrary.onClassPath().withCalled("nantong", kind).stream()
        .filter(model -> models.contains(model.id()))
        .filter(model -> !model.id().equals(PublicNotice.PROCESS_ID))
        .flatMap(model -> model.userTasks().stream())
        .map(UserTask::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All steps of the provincial project, which takes the shared roads; of the others their own. */
  private static Set<String> wantedOf(String kind) {
    Set<String> models = modelsOf(kind);
    if (!kind.equals(Projects.PROVINCIAL)) {
      models.removeAll(modelsOf(Projects.PROVINCIAL));
    }
    Set<String> steps = stepsOf(kind, models);
    switch (kind) {
      case Projects.PROVINCIAL -> steps.remove(ONLY_POOLED);
      case Projects.POOLED -> steps.add(ONLY_POOLED);
      default -> {}
    }
    return steps;
  }

  private static Set<String> modelsOf(String kind) {
    return ProcessLibrary.onClassPath().withCalled("nantong", kind).stream()
        .map(ProcessModel::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
