package cn.sunshine.bench;

import cn.sunshine.embedded.Installation;
import cn.sunshine.embedded.LaunchOptions;
import cn.sunshine.embedded.LaunchOptions.Feature;
import cn.sunshine.embedded.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Where a benchmark runs: a folder that is thrown away, on ports that nobody uses. What is started
 * here is stopped with it, at any moment, and by Ctrl-C too.
 */
final class Ground implements AutoCloseable {

  private static final String LOGS = "logs";

  /** The demo accounts are needed; demo cases and yearly reviews would be measured along. */
  private static final Map<String, Object> QUIET =
      Map.of("sunshine.demo-fill", false, "sunshine.review.plan-at-start", false);

  private final Class<?> application;
  private final Path home;
  private final Path folder;
  private final PrintStream news;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private boolean closed;
  private boolean logsKept;

  /**
   * @param application the Spring Boot application
   * @param home root of the project
   * @param name of the benchmark
   * @param news where it is told how far things are
   */
  Ground(Class<?> application, Path home, String name, PrintStream news) {
    this.application = application;
    this.home = home.toAbsolutePath();
    this.folder =
        this.home.resolve("app/target/bench/" + name + "-" + ProcessHandle.current().pid());
    this.news = news;
    System.setProperty("sunshine.logs", folder.resolve(LOGS).toString());
  }

  /** Starts PostgreSQL, Zeebe and the application, with a clock that can be moved. */
  Sunshine sunshine() {
    LaunchOptions options = options("sunshine");
    Installation installation = open(options);
    installation.startServices();
    ConfigurableApplicationContext context =
        installation.startApplication(
            application, QUIET, bare -> bare.registerBean(Arrivals.class));
    return new Sunshine(installation, context);
  }

  /** Starts Zeebe with nobody but the benchmark as its client. */
  BareBroker broker() {
    Installation installation = open(options("broker-alone"));
    installation.startServices();
    BareBroker broker = new BareBroker(installation.services().properties());
    remember(broker);
    return broker;
  }

  private LaunchOptions options(String what) {
    return new LaunchOptions(
        Ports.free(),
        folder.resolve(what),
        home.resolve("app/target/runtime"),
        Set.of(Feature.DEMO_CLOCK),
        Optional.empty(),
        Optional.empty());
  }

  private Installation open(LaunchOptions options) {
    Installation installation = Installation.of(options);
    remember(installation);
    return installation;
  }

  private synchronized void remember(AutoCloseable opened) {
    if (closed) {
      throw new IllegalStateException("stopped");
    }
    started.push(opened);
  }

  /** Tells whoever waits how far things are. */
  void tell(String sentence) {
    news.println(sentence);
  }

  /** Stops what has been started so far; something else can be started afterwards. */
  synchronized void clear() {
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        news.println(e);
      }
    }
  }

  /** Lets the logs outlive the end, for whoever wants to know what went wrong. */
  synchronized void keepLogs() {
    logsKept = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  Path folder() {
    return folder;
  }

  /** Stops everything and throws the folder away. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    clear();
    try {
      if (Files.exists(folder)) {
        throwAway();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void throwAway() throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return logsKept && dir.endsWith(LOGS)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            try {
              Files.delete(dir);
            } catch (IOException notEmpty) {
              if (!logsKept) {
                throw notEmpty;
              }
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
