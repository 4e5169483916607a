package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The steps that a person may return to and the exits of the gateway 退回到哪一步？ are the same. */
class ReturnTargetsTest {

  private static final Pattern TARGET = Pattern.compile("returnTo = \"([a-z-]+)\"");

  /** Household admission with what it calls; other chains have their own way of going back. */
  private final List<ProcessFile> files =
      ProcessFile.all()
          .filter(
              file ->
                  ProcessLibrary.onClassPath()
                      .withCalled("nantong", HouseholdAdmission.PROCESS_ID)
                      .stream()
                      .anyMatch(model -> model.id().equals(file.processId())))
          .toList();

  @Test
  void everyTargetOfAStepHasAnExitAndEveryExitATarget() {
    List<String> offered =
        files.stream()
            .flatMap(file -> file.model().userTasks().stream())
            .flatMap(task -> task.returnTo().stream())
            .distinct()
            .toList();
    assertThat(exits()).containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void everyTargetIsAStepThatPeopleDo() {
    List<String> steps =
        files.stream()
            .flatMap(file -> file.model().userTasks().stream())
            .map(UserTask::id)
            .toList();
    assertThat(steps).containsAll(exits());
  }

  @Test
  void theApplicantIsTheFirstTargetOfEachStepThatDecides() {
    assertThat(
            files.stream()
                .flatMap(file -> file.model().userTasks().stream())
                .filter(task -> task.group().level().isPresent()))
        .allSatisfy(
            task ->
                assertThat(task.returnTo())
                    .startsWith(HouseholdAdmission.CORRECTION)
                    .doesNotContain(task.id()));
  }

  private List<String> exits() {
    ExclusiveGateway gateway =
        files.stream()
            .filter(file -> file.processId().equals(HouseholdAdmission.PROCESS_ID))
            .map(
                file ->
                    (ExclusiveGateway)
                        file.bpmn().getModelElementById(HouseholdAdmission.RETURN_TARGET))
            .findFirst()
            .orElseThrow();
    return gateway.getOutgoing().stream().flatMap(flow -> targets(gateway, flow)).toList();
  }

  private static Stream<String> targets(ExclusiveGateway gateway, SequenceFlow flow) {
    return flow.equals(gateway.getDefault())
        ? Stream.of(flow.getTarget().getId())
        : TARGET
            .matcher(flow.getConditionExpression().getTextContent())
            .results()
            .map(match -> match.group(1));
  }
}
