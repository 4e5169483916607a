package cn.sunshine.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one child running. One thread starts the child and stays with it until it ends: the
 * kernel's death signal is bound to the thread that started a process, not only to the JVM.
 */
final class Supervisor {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A child that lived this long was well: the next pause is short again. */
  private static final Duration WELL = Duration.ofMinutes(1);

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
  private static final Duration POLITE_STOP = Duration.ofSeconds(9);
  private static final Duration FORCED_STOP = Duration.ofSeconds(3);
  private static final int FIRST_ATTEMPTS = 3;
  private static final Pattern ERROR = Pattern.compile("FATAL|PANIC|ERROR|Error|Exception");
  private static final Pattern HARMLESS =
      Pattern.compile("redirecting log output|Future log output|^WARNING");

  /** Standard output and error of the child. */
  private static final String OUTPUT = "output.log";

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  private final Child child;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final AtomicLong restarts = new AtomicLong();
  private volatile Process process;
  private volatile boolean ready;

  Supervisor(Child child) {
    this.child = child;
    this.thread =
        Thread.ofPlatform().daemon().name("supervisor-" + child.part()).unstarted(this::supervise);
  }

  void start() {
    thread.start();
  }

  /** Waits for the first time the child is ready; fails with the reason when it never is. */
  void awaitFirstReady() {
    try {
      firstReady.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StartupProblem problem) {
        throw problem;
      }
      throw e;
    }
  }

  boolean isReady() {
    return ready;
  }

  OptionalLong pid() {
    Process current = process;
    return current != null && current.isAlive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  long restarts() {
    return restarts.get();
  }

  private void supervise() {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; !isStopping(); attempt++) {
      long started = System.nanoTime();
      try {
        runOnce();
      } catch (StartupProblem problem) {
        // Before the first time, whoever waits for it tells the user.
        if (!firstReady.completeExceptionally(problem) && !firstReady.isCompletedExceptionally()) {
          log.error("{}", problem.getMessage());
        }
      } catch (IOException | RuntimeException e) {
        log.error("{} 无法启动 / cannot start {}", child.part().chinese(), child.part().english(), e);
      }
      ready = false;
      if (isStopping()) {
        break;
      }
      if (!firstReady.isDone() && attempt >= FIRST_ATTEMPTS) {
        firstReady.completeExceptionally(neverReady());
      }
      if (firstReady.isCompletedExceptionally()) {
        return;
      }
      boolean wasWell = System.nanoTime() - started > WELL.toNanos();
      pause = wasWell ? FIRST_PAUSE : pause;
      log.warn(
          "{} 意外退出（{}），{} 毫秒后重新启动 / {} ended unexpectedly, starting it again",
          child.part().chinese(),
          exit(),
          pause.toMillis(),
          child.part().english());
      rest(pause);
      restarts.incrementAndGet();
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
    firstReady.completeExceptionally(new StartupProblem("启动被中断", "the start was interrupted"));
  }

  private void runOnce() throws IOException {
    long began = System.nanoTime();
    child.prepare();
    if (isStopping()) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(child.command())
            .directory(child.workingDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(child.logFolder().resolve(OUTPUT).toFile());
    builder.environment().clear();
    builder.environment().putAll(child.environment());
    process = builder.start();
    if (isStopping()) {
      // stop() may have looked before there was anything to stop.
      Signals.KILL.sendTo(process.toHandle());
    }
    process.getOutputStream().close();
    if (!answersInTime(process)) {
      Signals.KILL.sendTo(process.toHandle());
      waitFor(process, FORCED_STOP);
      return;
    }
    child.whenAnswering();
    ready = true;
    log.info(
        "{} 就绪（{} 秒） / {} is ready",
        child.part().chinese(),
        String.format("%.1f", (System.nanoTime() - began) / 1e9),
        child.part().english());
    firstReady.complete(null);
    waitFor(process, null);
  }

  private boolean answersInTime(Process started) {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < deadline && !isStopping()) {
      if (waitFor(started, BETWEEN_QUESTIONS)) {
        return false;
      }
      if (child.answers()) {
        return true;
      }
    }
    return false;
  }

  /** Stops the child in good order, with force when it takes too long, and waits for its end. */
  void stop() {
    stopping.countDown();
    Process current = process;
    if (current != null && current.isAlive()) {
      child.stopSignal().sendTo(current.toHandle());
      if (!waitFor(current, POLITE_STOP)) {
        log.warn(
            "{} 没有按时停止，强行结束 / {} did not stop in time, killing it",
            child.part().chinese(),
            child.part().english());
        Signals.KILL.sendTo(current.toHandle());
        waitFor(current, FORCED_STOP);
      }
    }
    try {
      thread.join(FORCED_STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void rest(Duration pause) {
    try {
      stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean waitFor(Process process, Duration longest) {
    try {
      if (longest == null) {
        process.waitFor();
        return true;
      }
      return process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  private String exit() {
    Process current = process;
    return current == null || current.isAlive() ? "没有退出码" : "退出码 " + current.exitValue();
  }

  private StartupProblem neverReady() {
    return new StartupProblem(
        "%s 启动失败：%s，详见 %s".formatted(child.part().chinese(), lastWords(), child.logFolder()),
        "%s did not start, see %s".formatted(child.part().english(), child.logFolder()));
  }

  /** What the program said last: on its output, else the last error in the newest log. */
  private String lastWords() {
    Path output = child.logFolder().resolve(OUTPUT);
    try (Stream<Path> files = Files.list(child.logFolder())) {
      List<Path> logs =
          files
              .filter(file -> file.toString().endsWith(".log") && !file.equals(output))
              .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
              .toList();
      return last(output, line -> !line.isBlank() && !HARMLESS.matcher(line).find())
          .or(() -> logs.stream().flatMap(Supervisor::lastError).findFirst())
          .orElseGet(this::exit);
    } catch (IOException e) {
      return exit();
    }
  }

  private static Stream<String> lastError(Path log) {
    return last(log, line -> ERROR.matcher(line).find()).stream();
  }

  private static Optional<String> last(Path file, Predicate<String> wanted) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().filter(wanted).reduce((earlier, later) -> later).map(String::strip);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
