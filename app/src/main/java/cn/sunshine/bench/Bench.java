package cn.sunshine.bench;

import cn.sunshine.embedded.StartupProblem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of {@code ./sunshine bench}. Standard output has the table and, as its last line, the
 * JSON object; everything else goes to standard error.
 */
public final class Bench {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** In the order in which they are listed to people. */
  static final List<Benchmark> ALL =
      List.of(new Timers(), new HandOver(), new TrialRunOfRegister());

  private Bench() {}

  /**
   * Runs one benchmark and ends the process: with 0 when all is well, 1 when something was lost or
   * went wrong, 2 when there is no such benchmark.
   *
   * @param application the Spring Boot application that is measured
   * @param arguments what follows {@code bench}
   */
  public static void run(Class<?> application, List<String> arguments) {
    PrintStream err = utf8(FileDescriptor.err);
    BenchCommand command;
    try {
      command = BenchCommand.parse(arguments, ALL);
    } catch (StartupProblem problem) {
      err.println(problem.getMessage());
      System.exit(MISUSED);
      return;
    }
    System.exit(run(application, command, err));
  }

  private static int run(Class<?> application, BenchCommand command, PrintStream err) {
    Path home = Path.of(System.getProperty("sunshine.home", ""));
    Ground ground = new Ground(application, home, command.benchmark().name(), err);
    Thread stopping = new Thread(ground::close, "stop");
    Runtime.getRuntime().addShutdownHook(stopping);
    try {
      Report report = command.benchmark().run(ground, command.size());
      if (!report.faults().isEmpty()) {
        ground.keepLogs();
        err.println("日志在 " + ground.folder() + " / the logs are there");
      }
      ground.close();
      report.print(utf8(FileDescriptor.out));
      return report.faults().isEmpty() ? 0 : FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (RuntimeException | Error e) {
      if (!ground.isClosed()) {
        ground.keepLogs();
        err.printf("测试没有完成：%s；日志在 %s / the benchmark failed%n", e, ground.folder());
        e.printStackTrace(err);
      }
      return FAILED;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
