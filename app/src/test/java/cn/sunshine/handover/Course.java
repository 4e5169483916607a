package cn.sunshine.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The way that a case of the crash test takes: who decides what, in this order. */
enum Course {
  /** Everybody approves. */
  ADMITTED("COMPLETED", "group-review", "committee-review", "township-check", "county-sign-off"),
  /** The group sends it back once. */
  CORRECTED(
      "COMPLETED",
      "group-review:return",
      "correction",
      "group-review",
      "committee-review",
      "township-check",
      "county-sign-off"),
  /** Somebody objects to the village's notice, without reason. */
  OBJECTED(
      "COMPLETED",
      "group-review",
      "committee-review",
      "objection-review",
      "township-check",
      "county-sign-off"),
  /** The county refuses. */
  REFUSED(
      "REJECTED", "group-review", "committee-review", "township-check", "county-sign-off:reject"),
  /** The applicant withdraws during the township's notice. */
  WITHDRAWN("WITHDRAWN", "group-review", "committee-review", "township-check");

  private final String end;
  private final List<Step> steps;

  Course(String end, String... steps) {
    this.end = end;
    this.steps = List.of(steps).stream().map(Step::of).toList();
  }

  /** One decision on the way. */
  record Step(String taskType, String outcome) {

    private static Step of(String text) {
      String[] parts = text.split(":");
      return new Step(parts[0], parts.length == 1 ? "approve" : parts[1]);
    }
  }

  /** The ways are mixed: of ten cases six are plain ones. */
  static Course ofCase(int number) {
    return switch (number % 10) {
      case 1 -> CORRECTED;
      case 3 -> OBJECTED;
      case 5 -> REFUSED;
      case 7 -> WITHDRAWN;
      default -> ADMITTED;
    };
  }

  /** The status that the case has in the end. */
  String end() {
    return end;
  }

  List<Step> steps() {
    return steps;
  }

  /** What to decide on a task of this type when so many of the type have been decided before. */
  Step stepOn(String taskType, long before) {
    return steps.stream()
        .filter(step -> step.taskType().equals(taskType))
        .skip(before)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no task " + taskType + " is due in a case " + this));
  }

  /** How often the rules judge the application itself: again after a correction. */
  int judgements() {
    return this == CORRECTED ? 2 : 1;
  }

  /** How often each entry of the system itself has to be in the history of the case. */
  Map<String, Integer> ownEntries() {
    return switch (this) {
      case WITHDRAWN ->
          Map.of("rules-evaluated", 1, "notice-opened", 2, "notice-closed", 1, "withdraw", 1);
      case REFUSED ->
          Map.of(
              "rules-evaluated", 2,
              "notice-opened", 2,
              "notice-closed", 2,
              "assets-compared", 1,
              "doubts-raised", 1,
              "closed", 1);
      default ->
          Map.of(
              "rules-evaluated", judgements() + 1,
              "notice-opened", 2,
              "notice-closed", 2,
              "assets-compared", 1,
              "doubts-raised", 1,
              "registered", 1,
              "closed", 1);
    };
  }

  /** The elements of the engine's models that hand out a job, in the order of the way. */
  List<String> elements() {
    List<String> elements =
        new ArrayList<>(List.of("open-case", "recall-exit", "evaluate-application"));
    for (Step step : steps) {
      switch (step.taskType()) {
        case "township-check" -> elements.add("close-notice-passed");
        case "county-sign-off" ->
            elements.addAll(
                List.of("close-notice-passed", "compare-county", "raise-doubts", "evaluate-final"));
        default -> {
          // no step of the system goes before it
        }
      }
      elements.add(step.taskType());
      switch (step.taskType()) {
        case "correction" -> elements.add("evaluate-application");
        case "committee-review", "township-check" -> elements.add("publish-notice");
        default -> {
          // no step of the system comes after it
        }
      }
    }
    elements.addAll(
        switch (this) {
          case WITHDRAWN -> List.of("close-withdrawn");
          case REFUSED -> List.of("close-refused-county");
          default -> List.of("register-household", "close-admitted");
        });
    return elements;
  }
}
