package cn.sunshine.handover;

import cn.sunshine.SunshineApplication;
import cn.sunshine.embedded.Part;
import cn.sunshine.embedded.Ports;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One Sunshine in processes of its own, which can be killed. */
final class Installation implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final Path data;
  private final Ports ports;
  private Process app;
  private Optional<HikariDataSource> database = Optional.empty();

  Installation(Path data, Ports ports) {
    this.data = data;
    this.ports = ports;
  }

  /** Starts it as {@code ./sunshine run} does and waits for the line that says it is ready. */
  void run() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                // It is killed before the second compiler of the JVM has paid for itself.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=Asia/Shanghai",
                // The demo accounts are used, the demo cases would be counted as lost ones.
                "-Dsunshine.demo-fill=false",
                // A planned round of reviews is a case, too, and waits for next November.
                "-Dsunshine.review.plan-at-start=false",
                "-Dsunshine.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                SunshineApplication.class.getName(),
                "--port",
                Integer.toString(ports.app()),
                "--data",
                data.toString(),
                "--demo-clock")
            .redirectErrorStream(true);
    app = builder.start();
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> listen(app.inputReader(), ready));
    ready.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
  }

  private static void listen(BufferedReader output, CompletableFuture<Void> ready) {
    StringBuilder said = new StringBuilder();
    try {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("Sunshine is ready")) {
          ready.complete(null);
        }
      }
    } catch (IOException killed) {
      said.append(killed.getMessage());
    }
    ready.completeExceptionally(new AssertionError("it ended before it was ready: " + said));
  }

  int port() {
    return ports.app();
  }

  /** kill -9, in the order given, without a pause. */
  void kill(Part... parts) throws Exception {
    List<ProcessHandle> victims = Stream.of(parts).flatMap(this::processes).toList();
    if (victims.size() < parts.length) {
      throw new AssertionError("not everything runs that is to be killed: " + victims);
    }
    victims.forEach(ProcessHandle::destroyForcibly);
    for (ProcessHandle victim : victims) {
      victim.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  /** All processes of a part: PostgreSQL has one for each connection. */
  private Stream<ProcessHandle> processes(Part part) {
    return switch (part) {
      case APP -> Stream.of(app.toHandle());
      case DATABASE -> worksIn(data.resolve("postgres"));
      case BROKER -> worksIn(data.resolve("zeebe"));
    };
  }

  private static Stream<ProcessHandle> worksIn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              try {
                Path cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
                return Files.readSymbolicLink(cwd).equals(folder);
              } catch (IOException gone) {
                return false;
              }
            });
  }

  /** What the application's log of this installation says. */
  String log() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("logs"), 1)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }

  /** The application's database, as its own role sees it. */
  JdbcClient database() throws IOException {
    Properties passwords = new Properties();
    try (BufferedReader file = Files.newBufferedReader(data.resolve("postgres.passwords"))) {
      passwords.load(file);
    }
    HikariDataSource connections = new HikariDataSource();
    connections.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + ports.database() + "/sunshine");
    connections.setUsername("sunshine");
    connections.setPassword(passwords.getProperty("application"));
    connections.setMaximumPoolSize(1);
    // Who asks while the database is away asks again soon.
    connections.setConnectionTimeout(1_000);
    database = Optional.of(connections);
    return JdbcClient.create(connections);
  }

  /** Stops it in good order. */
  @Override
  public void close() throws Exception {
    database.ifPresent(HikariDataSource::close);
    if (app != null) {
      app.destroy();
      if (!app.waitFor(40, TimeUnit.SECONDS)) {
        app.destroyForcibly();
      }
    }
  }
}
