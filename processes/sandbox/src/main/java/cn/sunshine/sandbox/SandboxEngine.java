package cn.sunshine.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CancelProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.DeployResourceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.Resource;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ThrowErrorRequest;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.MessageRecordValue;
import io.grpc.ManagedChannel;
import io.grpc.ServerRegistry;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real Zeebe engine in memory, with a clock that can be moved and a log that can be read. */
final class SandboxEngine implements AutoCloseable {

  /** Type of the job that stands for a called process. */
  static final String CALLED = "sandbox-called";

  private static final String MARKER = "sandbox-marker";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    ServerRegistry.getDefaultRegistry().register(new InProcessServers());
  }

  private final ZeebeTestEngine engine = EngineFactory.create();
  private final ManagedChannel channel;
  private final GatewayGrpc.GatewayBlockingStub gateway;
  private final EngineLog log = new EngineLog(engine.getRecordStreamSource());
  private Duration ahead = Duration.ZERO;
  private int published;

  SandboxEngine(Instant now) {
    engine.start();
    channel =
        InProcessChannelBuilder.forName(engine.getGatewayAddress().replaceFirst(".*:", "")).build();
    gateway = GatewayGrpc.newBlockingStub(channel);
    Duration difference = Duration.between(Instant.now(), now);
    if (difference.compareTo(Duration.ofSeconds(1)) > 0) {
      moveTo(now);
    }
  }

  Instant now() {
    return Instant.now().plus(ahead);
  }

  /**
   * Deploys a model.
   *
   * @return why the engine refuses it; empty when it does not
   */
  Optional<String> deploy(String name, byte[] xml) {
    try {
      gateway.deployResource(
          DeployResourceRequest.newBuilder()
              .addResources(
                  Resource.newBuilder()
                      .setName(name + ".bpmn")
                      .setContent(ByteString.copyFrom(xml)))
              .build());
      return Optional.empty();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
        return Optional.ofNullable(e.getStatus().getDescription());
      }
      throw e;
    }
  }

  /** Puts in the place of a called process one that only waits for its answer. */
  void standIn(String process) {
    String xml =
        Bpmn.convertToString(
            Bpmn.createExecutableProcess(process)
                .startEvent()
                .serviceTask("called", task -> task.zeebeJobType(CALLED))
                .endEvent()
                .done());
    deploy(process, xml.getBytes(StandardCharsets.UTF_8));
  }

  void publish(String message, String correlationKey, Map<String, Object> variables) {
    gateway.publishMessage(
        PublishMessageRequest.newBuilder()
            .setName(message)
            .setCorrelationKey(correlationKey)
            .setMessageId(Integer.toString(++published))
            .setVariables(json(variables))
            .build());
  }

  /** Begins a process as a call does. */
  void create(String process, Map<String, Object> variables) {
    gateway.createProcessInstance(
        CreateProcessInstanceRequest.newBuilder()
            .setBpmnProcessId(process)
            .setVersion(-1)
            .setVariables(json(variables))
            .build());
  }

  void complete(long job, Map<String, Object> variables) {
    gateway.completeJob(
        CompleteJobRequest.newBuilder().setJobKey(job).setVariables(json(variables)).build());
  }

  void throwError(long job, String code) {
    gateway.throwError(ThrowErrorRequest.newBuilder().setJobKey(job).setErrorCode(code).build());
  }

  void cancel(long instance) {
    gateway.cancelProcessInstance(
        CancelProcessInstanceRequest.newBuilder().setProcessInstanceKey(instance).build());
  }

  /** Moves the clock and waits until every timer that is due has fired. */
  void moveTo(Instant moment) {
    Duration step = Duration.between(now(), moment);
    if (step.isNegative()) {
      return;
    }
    engine.increaseTime(step);
    ahead = ahead.plus(step);
    Instant patience = Instant.now().plus(PATIENCE);
    while (log.hasTimerDueAt(now())) {
      if (Instant.now().isAfter(patience)) {
        throw new IllegalStateException("a timer that is due does not fire");
      }
      passThroughTheLog();
    }
  }

  /** Tells a case all that happens until the engine has nothing more to do. */
  void settle(CaseState state) {
    int quiet = 0;
    while (quiet < 2) {
      List<Record<?>> news = log.news().stream().filter(record -> !isMarker(record)).toList();
      news.forEach(state::hear);
      quiet = news.isEmpty() ? quiet + 1 : 0;
      if (news.isEmpty()) {
        passThroughTheLog();
      }
    }
  }

  /** Returns when the engine has processed all that was in its log before. */
  private void passThroughTheLog() {
    gateway.publishMessage(
        PublishMessageRequest.newBuilder().setName(MARKER).setCorrelationKey(MARKER).build());
  }

  private static boolean isMarker(Record<?> record) {
    return record.getValue() instanceof MessageRecordValue message
        && MARKER.equals(message.getName());
  }

  private static String json(Map<String, Object> variables) {
    try {
      return JSON.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
    engine.stop();
  }
}
