package cn.sunshine.engine;

import cn.sunshine.policy.Packs;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import io.camunda.zeebe.client.api.response.Process;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Deploys the models at the start; an unchanged model keeps its version. */
@Service
public class Deployments implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Deployments.class);
  private static final int ATTEMPTS = 60;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Map<String, ProcessModel> models;
  private final ZeebeClient engine;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Version, ProcessModel> earlier = new ConcurrentHashMap<>();
  private final Map<String, Integer> versions = new ConcurrentHashMap<>();

  Deployments(
      ProcessLibrary library, Packs packs, ZeebeClient engine, JdbcClient jdbc, Clock clock) {
    this.models =
        packs.all().stream()
            .flatMap(pack -> library.models(pack.name()).stream())
            .collect(Collectors.toMap(ProcessModel::id, Function.identity(), (one, same) -> one));
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The version of a model that new cases start with. */
  public int currentVersion(String process) {
    return Optional.ofNullable(versions.get(process))
        .orElseThrow(() -> new IllegalStateException("model " + process + " is not deployed"));
  }

  /** The current model with this id. */
  public ProcessModel model(String process) {
    return Optional.ofNullable(models.get(process))
        .orElseThrow(() -> new IllegalStateException("no model " + process));
  }

  /** A model at the version that a case runs on. */
  public ProcessModel model(String process, int version) {
    return currentVersion(process) == version
        ? model(process)
        : earlier.computeIfAbsent(new Version(process, version), this::read);
  }

  private record Version(String process, int number) {}

  private ProcessModel read(Version version) {
    return jdbc.sql("select xml from engine_model where process = ? and version = ?")
        .params(version.process(), version.number())
        .query(String.class)
        .optional()
        .map(xml -> ProcessModel.parse(xml.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("no model " + version));
  }

  @Override
  public void start() {
    for (int attempt = 1; !isRunning(); attempt++) {
      try {
        deploy();
      } catch (ClientException e) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException("流程引擎没有应答，无法部署流程模型：" + e.getMessage(), e);
        }
        log.info("The engine does not answer yet: {}", e.getMessage());
        pause();
      }
    }
  }

  private void deploy() {
    DeployResourceCommandStep1 command = engine.newDeployResourceCommand();
    DeployResourceCommandStep2 all = null;
    for (ProcessModel model : models.values()) {
      all = (all == null ? command : all).addResourceBytes(model.xml(), model.resourceName());
    }
    if (all == null) {
      throw new IllegalStateException("no models on the classpath");
    }
    DeploymentEvent deployment = all.send().join();
    for (Process process : deployment.getProcesses()) {
      keep(process);
      versions.put(process.getBpmnProcessId(), process.getVersion());
    }
  }

  private void keep(Process process) {
    jdbc.sql(
            """
            insert into engine_model (process, version, xml, deployed_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
        .params(
            process.getBpmnProcessId(),
            process.getVersion(),
            model(process.getBpmnProcessId()).text(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the engine", e);
    }
  }

  @Override
  public void stop() {
    versions.clear();
  }

  @Override
  public boolean isRunning() {
    return !versions.isEmpty();
  }

  @Override
  public int getPhase() {
    return EnginePhases.DEPLOYMENT;
  }
}
