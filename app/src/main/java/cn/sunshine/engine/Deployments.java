package cn.sunshine.engine;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Versions;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.rules.PolicyPack;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1;
import io.camunda.zeebe.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.zeebe.client.api.response.DeploymentEvent;
import io.camunda.zeebe.client.api.response.Process;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deploys the models at the start; an unchanged model keeps its version. */
@Service
public class Deployments implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Deployments.class);
  private static final int ATTEMPTS = 60;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String TRIAL = "trial.";

  private final ProcessLibrary library;
  private final List<String> packs;
  private final Versions released;
  private final Map<String, ProcessModel> models = new ConcurrentHashMap<>();
  private final ZeebeClient engine;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<Version, ProcessModel> earlier = new ConcurrentHashMap<>();
  private final Map<String, Map<String, ProcessModel>> replaced = new ConcurrentHashMap<>();
  private final Map<String, Process> current = new ConcurrentHashMap<>();

  Deployments(
      ProcessLibrary library,
      Packs packs,
      Versions released,
      ZeebeClient engine,
      JdbcClient jdbc,
      Clock clock) {
    this.library = library;
    this.released = released;
    this.packs = packs.all().stream().map(PolicyPack::name).toList();
    this.packs.stream()
        .flatMap(pack -> library.shippedModels(pack).stream())
        .forEach(model -> models.putIfAbsent(model.id(), model));
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The version of a model that new cases start with. */
  public int currentVersion(String process) {
    return current(process).getVersion();
  }

  /** The engine's own key of that version. */
  public long currentKey(String process) {
    return current(process).getProcessDefinitionKey();
  }

  private Process current(String process) {
    return Optional.ofNullable(current.get(process))
        .orElseThrow(() -> new IllegalStateException("model " + process + " is not deployed"));
  }

  /** The current model with this id, or the last there was: cases may still be in it. */
  public ProcessModel model(String process) {
    return Optional.ofNullable(models.get(process))
        .orElseGet(() -> earlier.computeIfAbsent(last(process), this::read));
  }

  /** A model at the version that a case runs on. */
  public ProcessModel model(String process, int version) {
    return Optional.ofNullable(current.get(process))
        .filter(one -> one.getVersion() == version)
        .map(one -> model(process))
        .orElseGet(() -> earlier.computeIfAbsent(new Version(process, version), this::read));
  }

  private record Version(String process, int number) {}

  private Version last(String process) {
    return jdbc.sql("select max(version) from engine_model where process = ?")
        .param(process)
        .query(Integer.class)
        .optional()
        .map(number -> new Version(process, number))
        .orElseThrow(() -> new IllegalStateException("no model " + process));
  }

  private ProcessModel read(Version version) {
    return jdbc.sql("select xml from engine_model where process = ? and version = ?")
        .params(version.process(), version.number())
        .query(String.class)
        .optional()
        .map(xml -> ProcessModel.parse(xml.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("no model " + version));
  }

  /**
   * Puts a released model in force: the engine judges it at once, and gets it when the transaction
   * has committed, with all models of the pack that call it. New cases of the pack start with them,
   * running ones stay on theirs.
   *
   * @return why the engine refuses it; empty when it does not
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<String> release(Artefact artefact, String content) {
    ProcessModel model = ProcessModel.parse(content.getBytes(StandardCharsets.UTF_8));
    Optional<String> refusal = judge(model);
    if (refusal.isEmpty()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              replace(artefact, model);
            }
          });
    }
    return refusal;
  }

  /**
   * Asks the engine about a model by deploying it under an id by which nothing ever starts.
   *
   * @return why the engine refuses it; empty when it does not
   */
  public Optional<String> judge(ProcessModel model) {
    ProcessModel trial = model.as(TRIAL + model.id());
    try {
      engine
          .newDeployResourceCommand()
          .addResourceBytes(trial.xml(), trial.resourceName())
          .send()
          .join();
      return Optional.empty();
    } catch (ClientStatusException e) {
      if (e.getStatusCode() == Status.Code.INVALID_ARGUMENT) {
        return Optional.of(e.getStatus().getDescription());
      }
      throw e;
    }
  }

  /** One release at a time: each makes the links of the whole pack. */
  private synchronized void replace(Artefact artefact, ProcessModel model) {
    note(artefact, model);
    Map<String, ProcessModel> linked = library.linked(artefact.pack(), of(artefact.pack()));
    List<ProcessModel> changed = linked.values().stream().filter(one -> !isDeployed(one)).toList();
    if (!changed.isEmpty()) {
      deploy(changed);
    }
    library.putInForce(artefact.pack(), linked);
  }

  private void note(Artefact artefact, ProcessModel model) {
    replaced
        .computeIfAbsent(artefact.pack(), pack -> new ConcurrentHashMap<>())
        .put(artefact.name(), model);
  }

  private Map<String, ProcessModel> of(String pack) {
    return replaced.getOrDefault(pack, Map.of());
  }

  private boolean isDeployed(ProcessModel model) {
    return Optional.ofNullable(models.get(model.id()))
        .filter(known -> known.text().equals(model.text()))
        .isPresent();
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

  private synchronized void deploy() {
    if (models.isEmpty()) {
      throw new IllegalStateException("no models on the classpath");
    }
    // Oldest first, so that the newest of each is put last.
    released
        .of(ArtefactKind.WORKFLOW)
        .forEach(
            version ->
                note(
                    version.artefact(),
                    ProcessModel.parse(version.content().getBytes(StandardCharsets.UTF_8))));
    Map<String, ProcessModel> all = new LinkedHashMap<>(models);
    Map<String, Map<String, ProcessModel>> linked = new LinkedHashMap<>();
    for (String pack : packs) {
      Map<String, ProcessModel> own = library.linked(pack, of(pack));
      own.values().forEach(model -> all.put(model.id(), model));
      linked.put(pack, own);
    }
    deploy(List.copyOf(all.values()));
    linked.forEach(library::putInForce);
  }

  private void deploy(List<ProcessModel> resources) {
    DeployResourceCommandStep1 command = engine.newDeployResourceCommand();
    DeployResourceCommandStep2 all = null;
    for (ProcessModel model : resources) {
      all = (all == null ? command : all).addResourceBytes(model.xml(), model.resourceName());
    }
    DeploymentEvent deployment = all.send().join();
    resources.forEach(model -> models.put(model.id(), model));
    for (Process process : deployment.getProcesses()) {
      keep(process);
      current.put(process.getBpmnProcessId(), process);
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
    current.clear();
  }

  @Override
  public boolean isRunning() {
    return !current.isEmpty();
  }

  @Override
  public int getPhase() {
    return EnginePhases.DEPLOYMENT;
  }
}
