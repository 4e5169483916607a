package cn.sunshine.engine;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.zeebe.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandStep2;
import io.grpc.Status;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Lets the engine carry a running process instance on by another model. */
@Service
public class InstanceMoves {

  /** The engine's judgement of the instance, not a fault on the way to the engine. */
  private static final Set<Status.Code> REFUSALS =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS);

  private final ZeebeClient engine;
  private final Deployments deployments;

  InstanceMoves(ZeebeClient engine, Deployments deployments) {
    this.engine = engine;
    this.deployments = deployments;
  }

  /**
   * Moves an instance to the current version of a model, all of it or nothing. Its jobs keep their
   * keys. Moved there twice, it stays there.
   *
   * @param elements which element of the new model goes on with which of the old one
   * @return why the engine refuses, in its words; empty when it has moved the instance
   */
  public Optional<String> move(
      long processInstanceKey, String model, Map<String, String> elements) {
    MigrateProcessInstanceCommandStep2 step =
        engine
            .newMigrateProcessInstanceCommand(processInstanceKey)
            .migrationPlan(deployments.currentKey(model));
    MigrateProcessInstanceCommandFinalStep plan = null;
    for (Map.Entry<String, String> element : elements.entrySet()) {
      plan =
          (plan == null ? step : plan).addMappingInstruction(element.getKey(), element.getValue());
    }
    if (plan == null) {
      return Optional.of("no element of the instance is in the new model");
    }
    try {
      plan.send().join();
      return Optional.empty();
    } catch (ClientStatusException e) {
      if (REFUSALS.contains(e.getStatusCode())) {
        return Optional.of(
            Optional.ofNullable(e.getStatus().getDescription()).orElse(e.getStatusCode().name()));
      }
      throw e;
    }
  }
}
