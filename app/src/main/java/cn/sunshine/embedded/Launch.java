package cn.sunshine.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of Sunshine from the command line: the services, then the application, then the line that
 * says it is ready; and back in the opposite order at the end.
 */
public final class Launch {

  private static final int FAILED = 1;

  private final PrintStream out = utf8(FileDescriptor.out);
  private final PrintStream err = utf8(FileDescriptor.err);
  private final Class<?> application;
  private volatile Installation installation;
  private volatile boolean stopping;

  private Launch(Class<?> application) {
    this.application = application;
  }

  /**
   * Runs until the process is told to stop.
   *
   * @param application the Spring Boot application
   * @param arguments options of {@code ./sunshine run}
   */
  public static void run(Class<?> application, String[] arguments) {
    new Launch(application).run(List.of(arguments));
  }

  private void run(List<String> arguments) {
    try {
      Path home = Path.of(System.getProperty("sunshine.home", ""));
      LaunchOptions options = new CommandLine(home, System.getenv()).parse(arguments);
      start(options);
    } catch (StartupProblem problem) {
      fail(problem.getMessage());
    } catch (RuntimeException | Error e) {
      log().error("start failed", e);
      fail(
          "启动失败：%s，详见日志 %s / the start failed, see the log"
              .formatted(rootMessage(e), System.getProperty("sunshine.logs", "logs")));
    }
  }

  private void start(LaunchOptions options) {
    options.ports().requireFree(Part.APP);
    installation = Installation.of(options);
    System.setProperty("sunshine.logs", options.data().resolve("logs").toString());
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    installation.startServices();
    installation.startApplication(application, Map.of());
    String address = installation.address();
    out.println("Sunshine is ready: " + address);
    Rehearsal.ofThisJvm().ifPresent(rehearsal -> rehearse(rehearsal, options));
  }

  private void rehearse(Rehearsal rehearsal, LaunchOptions options) {
    Path zeebe = new RuntimeArchives(options.runtime()).zeebe();
    rehearsal.keepClasses(installation.services().pid(Part.BROKER), Rehearsal.brokerArchive(zeebe));
    System.exit(0);
  }

  /** The sentence comes last, where a person looks first. */
  private void fail(String sentence) {
    if (stopping) {
      // The failure is the consequence of being stopped during the start; the hook is at work.
      return;
    }
    stop();
    err.println(sentence);
    System.exit(FAILED);
  }

  private synchronized void stop() {
    if (stopping || installation == null) {
      return;
    }
    stopping = true;
    log().info("正在停止 / stopping");
    installation.close();
    log().info("已停止 / stopped");
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.getClass().getName() : root.getMessage();
    return message.lines().findFirst().orElse(message);
  }

  /** Not a constant: the first logger reads the configuration, which wants to know the folder. */
  private static Logger log() {
    return LoggerFactory.getLogger(Launch.class);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
