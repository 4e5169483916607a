package cn.sunshine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.sunshine.SunshineServices;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A start of PostgreSQL and Zeebe")
class RecoveryTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path data;

  @Test
  @DisplayName("leaves nothing behind when the launcher is killed, and the next start works")
  void killedLauncher() throws Exception {
    Process launcher =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseLauncher.class.getName(),
                data.toString(),
                brokerOfThisJvm())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader output = launcher.inputReader()) {
      assertThat(output.lines().anyMatch(DatabaseLauncher.READY::equals)).isTrue();
    }
    Leftovers left = new Leftovers(Part.DATABASE, data.resolve("postgres"));
    assertThat(left.find()).isNotEmpty();

    launcher.destroyForcibly();

    await().atMost(SOON).until(() -> left.find().isEmpty());
    startAndStopDatabase();
  }

  @Test
  @DisplayName("stops the database that an earlier launcher left running in the same folder")
  void orphanedDatabase() throws IOException {
    startAndStopDatabase();
    PostgresServer postgres = postgres();
    postgres.prepare();
    Process orphan = startUnwatched(postgres);
    await().atMost(SOON).until(postgres::answers);

    startAndStopDatabase();

    await().atMost(SOON).until(() -> !orphan.isAlive());
  }

  @Test
  @DisplayName("stops the broker that an earlier launcher left running in the same folder")
  void orphanedBroker() throws IOException {
    DataDirectory folder = DataDirectory.open(data);
    LaunchOptions options = SunshineServices.options(data);
    ZeebeBroker broker =
        new ZeebeBroker(
            new RuntimeArchives(options.runtime()).zeebe(),
            folder,
            options.ports(),
            ZeebeBroker.ClockMode.REAL);
    broker.prepare();
    Process orphan = startUnwatched(broker);
    await().atMost(SOON).until(broker::answers);

    broker.prepare();

    await().atMost(Duration.ofSeconds(2)).until(() -> !orphan.isAlive());
    folder.close();
  }

  @Test
  @DisplayName("is not fooled by a stale postmaster.pid that names a stranger, and spares him")
  void stalePidFile() throws IOException {
    startAndStopDatabase();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          data.resolve("postgres/postmaster.pid"),
          "%d\n%s\n1\n1\n\n127.0.0.1\n1 1\n".formatted(stranger.pid(), data.resolve("postgres")));
      startAndStopDatabase();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  @DisplayName("names the port that somebody else has, and who wanted it")
  void takenPort() throws IOException {
    LaunchOptions options = databaseOnly();
    try (ServerSocket somebody = new ServerSocket()) {
      somebody.bind(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), options.ports().database()));
      assertThatExceptionOfType(StartupProblem.class)
          .isThrownBy(() -> startAndStop(options))
          .withMessageContaining(Integer.toString(options.ports().database()))
          .withMessageContaining("PostgreSQL")
          .withMessageContaining("--port");
    }
  }

  @Test
  @DisplayName("refuses a database of another major version")
  void otherMajorVersion() throws IOException {
    Files.createDirectories(data.resolve("postgres"));
    Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");
    Files.writeString(data.resolve("postgres.passwords"), "administrator=a\napplication=b\n");
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(this::startAndStopDatabase)
        .withMessageContaining("PostgreSQL 18")
        .withMessageContaining("17");
  }

  @Test
  @DisplayName("says with the log's own words why a damaged database does not start")
  void damagedDatabase() throws IOException {
    startAndStopDatabase();
    Files.delete(data.resolve("postgres/global/pg_control"));
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(this::startAndStopDatabase)
        .withMessageContaining("pg_control");
  }

  @Test
  @DisplayName("finishes a creation of the database that was interrupted")
  void interruptedCreation() throws IOException {
    Files.createDirectories(data.resolve("postgres.draft/base"));
    Files.writeString(data.resolve("postgres.draft/PG_VERSION"), "18\n");
    startAndStopDatabase();
  }

  @Test
  @DisplayName("refuses a data folder that is a file or cannot be written")
  void impossibleFolder() throws IOException {
    Path file = Files.createFile(data.resolve("file"));
    for (Path impossible : List.of(file, Path.of("/proc/sunshine"))) {
      assertThatExceptionOfType(StartupProblem.class)
          .isThrownBy(() -> DataDirectory.open(impossible))
          .withMessageContaining(impossible.toString())
          .withMessageContaining("--data");
    }
  }

  @Test
  @DisplayName("refuses a disk that is nearly full, with the numbers")
  void fullDisk() {
    // The kernel's own file system never has room.
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> FreeSpace.requireEnough(Path.of("/proc")))
        .withMessageContaining("0 MB")
        .withMessageContaining("512 MB")
        .withMessageContaining("256 MB");
  }

  @Test
  @DisplayName("says that the archives have to be built first")
  void missingArchives() {
    RuntimeArchives archives = new RuntimeArchives(data);
    for (Runnable unpacking : Stream.<Runnable>of(archives::postgres, archives::zeebe).toList()) {
      assertThatExceptionOfType(StartupProblem.class)
          .isThrownBy(unpacking::run)
          .withMessageContaining(data.toString());
    }
  }

  @Test
  @DisplayName("unpacks once although several ask at the same time, programs stay executable")
  void unpackingRace() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target/runtime"))) {
      for (Path archive : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.copy(archive, data.resolve(archive.getFileName()));
      }
    }
    RuntimeArchives archives = new RuntimeArchives(data);
    List<Path> unpacked =
        Stream.generate(() -> archives)
            .limit(4)
            .parallel()
            .map(RuntimeArchives::postgres)
            .distinct()
            .toList();
    assertThat(unpacked).hasSize(1);
    assertThat(unpacked.getFirst().resolve("bin/postgres")).isExecutable();
    assertThat(unpacked.getFirst().resolve("lib/libpq.so.5")).isSymbolicLink().isReadable();
    try (Stream<Path> left = Files.list(data)) {
      assertThat(left).noneMatch(file -> file.toString().contains("unpacking"));
    }
  }

  private void startAndStopDatabase() {
    startAndStop(databaseOnly());
  }

  private static void startAndStop(LaunchOptions options) {
    try (EmbeddedServices services = EmbeddedServices.of(options)) {
      services.start();
      assertThat(services.isReady(Part.DATABASE)).isTrue();
      assertThat(services.pid(Part.BROKER)).isEmpty();
    }
  }

  /** The broker of the other tests stands in as an outside one: a second would take long. */
  private LaunchOptions databaseOnly() {
    return DatabaseLauncher.options(data, brokerOfThisJvm());
  }

  private static String brokerOfThisJvm() {
    return (String) SunshineServices.shared().properties().get("sunshine.zeebe.address");
  }

  private PostgresServer postgres() {
    LaunchOptions options = databaseOnly();
    DataDirectory folder = DataDirectory.open(data);
    folder.close();
    return new PostgresServer(
        new RuntimeArchives(options.runtime()).postgres(), folder, options.ports());
  }

  /** As if the kernel had not taken the child along with its launcher. */
  private static Process startUnwatched(Child child) throws IOException {
    List<String> command = child.command();
    int signal = command.indexOf("--pdeathsig");
    List<String> unwatched =
        signal < 0
            ? command
            : Stream.concat(
                    command.subList(0, signal - 1).stream(),
                    command.subList(signal + 2, command.size()).stream())
                .toList();
    ProcessBuilder builder =
        new ProcessBuilder(unwatched)
            .directory(child.workingDirectory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(child.environment());
    return builder.start();
  }

  /** A launcher in a JVM of its own, which can be killed. */
  static final class DatabaseLauncher {

    static final String READY = "database is ready";

    private DatabaseLauncher() {}

    public static void main(String[] args) throws InterruptedException {
      EmbeddedServices services = EmbeddedServices.of(options(Path.of(args[0]), args[1]));
      services.start();
      System.out.println(READY);
      Thread.currentThread().join();
    }

    static LaunchOptions options(Path data, String broker) {
      LaunchOptions all = SunshineServices.options(data);
      return new LaunchOptions(
          all.ports(),
          all.data(),
          all.runtime(),
          all.features(),
          Optional.empty(),
          Optional.of(new LaunchOptions.OutsideBroker(broker, Optional.empty())));
    }
  }
}
