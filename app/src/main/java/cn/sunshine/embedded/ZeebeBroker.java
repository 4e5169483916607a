package cn.sunshine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/** Zeebe 8.5 as one broker with its gateway, small enough for an office machine. */
final class ZeebeBroker implements Child {

  private static final int PATIENCE_SECONDS = 8;
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
  private static final int OK = 200;

  /** First Java that reports each library's use of sun.misc.Unsafe unless told not to. */
  private static final int REPORTS_UNSAFE = 24;

  /** How the clock of the broker behaves. */
  enum ClockMode {
    REAL,
    /** Can be moved; starts where the application last moved it to. */
    DEMO
  }

  private final Path program;
  private final DataDirectory data;
  private final Ports ports;
  private final ClockMode clockMode;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();

  ZeebeBroker(Path program, DataDirectory data, Ports ports, ClockMode clockMode) {
    this.program = program;
    this.data = data;
    this.ports = ports;
    this.clockMode = clockMode;
  }

  private Path folder() {
    return data.folder().resolve("zeebe");
  }

  String gateway() {
    return "127.0.0.1:" + ports.gateway();
  }

  String management() {
    return "http://127.0.0.1:" + ports.management();
  }

  @Override
  public Part part() {
    return Part.BROKER;
  }

  @Override
  public void prepare() {
    try {
      new Leftovers(Part.BROKER, folder()).stop(Signals.TERM, PATIENCE_SECONDS);
      Files.createDirectories(folder());
      Files.createDirectories(logFolder());
      // A killed broker leaves its unpacked native libraries behind.
      FileSystemUtils.deleteRecursively(temporary());
      Files.createDirectories(temporary());
      writeLogConfiguration();
      ports.requireFree(Part.BROKER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path temporary() {
    return folder().resolve("tmp");
  }

  private Path logConfiguration() {
    return folder().resolve("log4j2.xml");
  }

  private void writeLogConfiguration() throws IOException {
    try (InputStream template = ZeebeBroker.class.getResourceAsStream("zeebe-log4j2.xml")) {
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(logConfiguration(), text);
    }
  }

  @Override
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms256m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:disable",
            "-Dfile.encoding=UTF-8"));
    command.addAll(Rehearsal.brokerFlags(program));
    if (Runtime.version().feature() >= REPORTS_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(
        List.of(
            // FEEL's today() is a day of the officials' calendar.
            "-Duser.timezone=Asia/Shanghai",
            "-Djava.io.tmpdir=" + temporary(),
            "-Dbasedir=" + folder(),
            "-Dapp.home=" + folder(),
            "-Dsunshine.logs=" + logFolder(),
            "-Dlog4j2.configurationFile=" + logConfiguration(),
            "-Dspring.config.additional-location=file:" + program.resolve("config") + "/",
            "-cp",
            // Jars only: a folder on the class path would forbid the archive of its classes.
            program.resolve("lib") + "/*",
            "io.camunda.zeebe.broker.StandaloneBroker"));
    return Confinement.confine(command, Confinement.Identity.SAME, Signals.KILL);
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    environment.put("LC_ALL", "C.UTF-8");
    String host = "127.0.0.1";
    environment.put("ZEEBE_BROKER_NETWORK_HOST", host);
    environment.put("ZEEBE_BROKER_NETWORK_ADVERTISEDHOST", host);
    environment.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", Integer.toString(ports.command()));
    environment.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", Integer.toString(ports.internal()));
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", host);
    environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", Integer.toString(ports.gateway()));
    environment.put("MANAGEMENT_SERVER_ADDRESS", host);
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.management()));
    // The broker has a second HTTP server for an interface that we do not use. It cannot be
    // switched off and would sit on 0.0.0.0:8080, so it gets any free port of the loopback.
    environment.put("SERVER_ADDRESS", host);
    environment.put("SERVER_PORT", "0");
    environment.put("ZEEBE_BROKER_DATA_DIRECTORY", folder().resolve("data").toString());
    environment.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
    environment.put("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB");
    environment.put(
        "ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", FreeSpace.PROCESSING_MARK_MB + "MB");
    environment.put(
        "ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", FreeSpace.REPLICATION_MARK_MB + "MB");
    environment.put("SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "5s");
    environment.put("ZEEBE_CLOCK_CONTROLLED", Boolean.toString(clockMode == ClockMode.DEMO));
    return environment;
  }

  @Override
  public Path workingDirectory() {
    return folder();
  }

  @Override
  public Path logFolder() {
    return data.logs().resolve("zeebe");
  }

  @Override
  public boolean answers() {
    HttpRequest status =
        HttpRequest.newBuilder(URI.create(management() + "/actuator/health/status"))
            .timeout(LONGEST_ANSWER)
            .build();
    try {
      return http.send(status, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A restarted broker knows nothing of the moved clock: its timers must not jump back. */
  @Override
  public void whenAnswering() {
    if (clockMode == ClockMode.DEMO) {
      new BrokerClock(http, management(), Clock.systemUTC()).follow(data.clockOffset());
    }
  }

  @Override
  public Signals stopSignal() {
    return Signals.TERM;
  }
}
