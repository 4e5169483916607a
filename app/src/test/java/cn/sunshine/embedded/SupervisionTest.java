package cn.sunshine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import cn.sunshine.SunshineServices;
import cn.sunshine.embedded.LaunchOptions.Feature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The supervision of PostgreSQL and Zeebe")
class SupervisionTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\":(\\d+)");

  @TempDir private static Path data;
  private static LaunchOptions options;
  private static EmbeddedServices services;

  @BeforeAll
  static void start() {
    options = SunshineServices.options(data, Feature.DEMO_CLOCK);
    services = EmbeddedServices.of(options);
    services.start();
  }

  @AfterAll
  static void stop() {
    services.close();
    assertThat(services.pid(Part.DATABASE)).isEmpty();
    assertThat(services.pid(Part.BROKER)).isEmpty();
    assertThat(new Leftovers(Part.DATABASE, data.resolve("postgres")).find()).isEmpty();
    List.of(Part.values()).forEach(options.ports()::requireFree);
  }

  @Test
  @DisplayName("starts the database again after kill -9, with everything that was committed")
  void databaseComesBack() throws SQLException {
    execute("create table if not exists kept(word text)");
    execute("insert into kept values ('留下')");
    killAndAwait(Part.DATABASE);
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery("select word from kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("留下");
    }
  }

  @Test
  @DisplayName("starts the broker again after kill -9, and its moved clock stands where it stood")
  void brokerComesBackWithItsClock() throws Exception {
    Duration offset = Duration.ofDays(5);
    Files.writeString(data.resolve("clock-offset"), Long.toString(offset.toMillis()));
    killAndAwait(Part.BROKER);
    assertThat(brokerTime())
        .isBetween(
            Instant.now().plus(offset).minusSeconds(10),
            Instant.now().plus(offset).plusSeconds(10));
  }

  @Test
  @DisplayName("refuses a second launcher on the same data folder, naming the first")
  void secondLauncher() {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> EmbeddedServices.of(options))
        .withMessageContaining(data.toString())
        .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
  }

  private static void killAndAwait(Part part) {
    long before = services.restarts(part);
    ProcessHandle.of(services.pid(part).orElseThrow()).orElseThrow().destroyForcibly();
    await()
        .atMost(SOON)
        .until(() -> services.restarts(part) == before + 1 && services.isReady(part));
  }

  private static Instant brokerTime() throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(
                URI.create(
                    services.properties().get("sunshine.zeebe.management") + "/actuator/clock"))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(question, HttpResponse.BodyHandlers.ofString()).body();
      Matcher found = EPOCH_MILLI.matcher(answer);
      assertThat(found.find()).as(answer).isTrue();
      return Instant.ofEpochMilli(Long.parseLong(found.group(1)));
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = connect()) {
      connection.createStatement().execute(sql);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        (String) services.properties().get("spring.datasource.url"),
        (String) services.properties().get("spring.datasource.username"),
        (String) services.properties().get("spring.datasource.password"));
  }
}
