package cn.sunshine.handover;

import cn.sunshine.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/**
 * An official who decides whatever comes into the office's inbox, as the course of the case says.
 */
final class Office implements Callable<Void> {

  private final String account;
  private final Client client;
  private final Ledger ledger;
  private volatile boolean closed;

  Office(int port, String account, Ledger ledger) {
    this.account = account;
    this.client = new Client(Person.official(port, account), ledger);
    this.ledger = ledger;
  }

  @Override
  public Void call() {
    while (!closed) {
      JsonNode page = client.gets("/api/v1/tasks?view=group&size=100&sort=newest");
      long decided =
          page.path("items").valueStream().filter(task -> !closed && decides(task)).count();
      if (decided == 0) {
        Client.pause(250);
      }
    }
    return null;
  }

  void close() {
    closed = true;
  }

  /** A case whose start has not been answered yet has to wait until it is known. */
  private boolean decides(JsonNode task) {
    String id = task.path("id").asString();
    String caseId = task.path("caseId").asString();
    String taskType = task.path("taskType").asString();
    return ledger
        .course(caseId)
        .map(course -> course.stepOn(taskType, ledger.decided(caseId, taskType)))
        .map(
            step -> {
              client.posts("/api/v1/tasks/" + id + "/complete", decision(step), "decide-" + id);
              ledger.promised(new Ledger.Decision(id, caseId, taskType, step.outcome(), account));
              return step;
            })
        .isPresent();
  }

  private static Map<String, ?> decision(Course.Step step) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("outcome", step.outcome());
    decision.put("comment", step.outcome().equals("approve") ? "" : "演练");
    decision.put(
        "data", step.taskType().equals("correction") ? Map.of("yearlyIncome", 18_000) : Map.of());
    return decision;
  }
}
