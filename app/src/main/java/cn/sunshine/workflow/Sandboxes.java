package cn.sunshine.workflow;

import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.sandbox.Sandbox;
import cn.sunshine.sandbox.SandboxOrder;
import cn.sunshine.sandbox.SandboxWay;
import io.camunda.zeebe.client.ZeebeClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts a {@link Sandbox} for each trial: a JVM with an engine in memory that nobody else reaches.
 * A draft that runs wild is ended with its process; should this application die, the process sees
 * its input end and ends, too.
 */
@Component
class Sandboxes implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Sandboxes.class);
  private static final int MOST_AT_ONCE = 2;

  /** First Java that reports each library's use of sun.misc.Unsafe unless told not to. */
  private static final int REPORTS_UNSAFE = 24;

  private final String engine;
  private final Duration longest;
  private final JsonMapper json;
  private final Map<String, SandboxRun> running = new ConcurrentHashMap<>();

  Sandboxes(
      @Value("${sunshine.sandbox.engine:}") String engine,
      @Value("${sunshine.sandbox.longest:PT60S}") Duration longest,
      JsonMapper json) {
    this.engine = engine;
    this.longest = longest;
    this.json = json;
  }

  /**
   * Starts a trial; the person's earlier one ends.
   *
   * @param changed called from another thread whenever the trial has got further
   * @throws Refusal.Conflict when too many people try something at the moment
   */
  synchronized SandboxRun start(String person, SandboxOrder order, Runnable changed) {
    stop(person);
    if (running.size() >= MOST_AT_ONCE) {
      throw new Refusal.Conflict("现在有 " + running.size() + " 个人在试运行，请过一分钟再试。");
    }
    SandboxRun run = begin(person, order, changed);
    running.put(person, run);
    return run;
  }

  private void stop(String person) {
    SandboxRun earlier = running.remove(person);
    if (earlier != null) {
      earlier.cancel();
    }
  }

  private SandboxRun begin(String person, SandboxOrder order, Runnable changed) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      builder.environment().put("LC_ALL", "C.UTF-8");
      Process process = builder.start();
      SandboxRun run = new SandboxRun(process, changed);
      // The input stays open: its end tells the sandbox that nobody waits for it any more.
      OutputStream input = process.getOutputStream();
      input.write((json.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
      input.flush();
      CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS)
          .execute(() -> run.end(SandboxRun.State.TIMED_OUT));
      Thread.ofVirtual().name("sandbox").start(() -> listen(person, process, run));
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(String person, Process process, SandboxRun run) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(json.readTree(line), run);
      }
    } catch (IOException | JacksonException broken) {
      log.debug("A sandbox was cut off: {}", broken.getMessage());
    } finally {
      run.end(SandboxRun.State.FAILED);
      running.remove(person, run);
    }
  }

  private void hear(JsonNode told, SandboxRun run) {
    if (told.has("way")) {
      run.told(json.treeToValue(told.get("way"), SandboxWay.class));
    } else if (told.has("refused")) {
      run.refused(told.get("refused").asString());
    } else {
      run.end(SandboxRun.State.DONE);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            // FEEL's today() is a day of the officials' calendar.
            "-Duser.timezone=Asia/Shanghai",
            "-Dfile.encoding=UTF-8",
            // Nobody reads what the engine logs there.
            "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
            "-Dorg.apache.logging.log4j.simplelog.level=OFF"));
    if (Runtime.version().feature() >= REPORTS_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(List.of("-cp", classPath(), Sandbox.class.getName()));
    return command;
  }

  private String classPath() {
    return Stream.concat(
            Stream.of(Sandbox.class, ProcessModel.class, ZeebeClient.class)
                .map(Sandboxes::whereItIs),
            Stream.of(engine))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The jar or folder that a class came from: the launcher unpacks the application. */
  private static String whereItIs(Class<?> ours) {
    try {
      return Path.of(ours.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void destroy() {
    running.values().forEach(SandboxRun::cancel);
  }
}
