package cn.sunshine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("The report of a benchmark")
class ReportTest {

  private final Report report =
      new Report("hand-over", "broker alone")
          .row("办理次数 / decisions", "decisions", 4000)
          .row(
              "每秒 / per second",
              new Report.Figure("decisionsPerSecond", 123.456789),
              new Report.Figure("brokerOnlyJobsPerSecond", 1234.5));

  @Test
  @DisplayName("is a table with the peer beside, and one JSON object as the last line")
  void tableAndJson() {
    List<String> lines = printed();

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).contains("broker alone");
    assertThat(lines.get(2)).contains("每秒", "123.5", "1235");
    JsonNode json = new JsonMapper().readTree(lines.getLast());
    assertThat(json.path("benchmark").asString()).isEqualTo("hand-over");
    assertThat(json.path("decisions").asInt()).isEqualTo(4000);
    assertThat(json.path("decisionsPerSecond").asDouble()).isEqualTo(123.5);
    assertThat(json.path("brokerOnlyJobsPerSecond").asDouble()).isEqualTo(1235);
    assertThat(json.path("faults").asInt()).isZero();
  }

  @Test
  @DisplayName("says what must not be, before the JSON object, and counts it there")
  void faults() {
    report.fault("少了一个 / one is lost");

    assertThat(report.faults()).hasSize(1);
    List<String> lines = printed();
    assertThat(lines.get(lines.size() - 2)).contains("少了一个");
    assertThat(new JsonMapper().readTree(lines.getLast()).path("faults").asInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("knows which time a share of all did not exceed, in milliseconds")
  void percentiles() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 100; millis++) {
      latencies.record(0, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    assertThat(latencies.count()).isEqualTo(100);
    assertThat(latencies.milliseconds(50)).isBetween(49.9, 50.1);
    assertThat(latencies.milliseconds(99)).isBetween(98.9, 99.1);
    assertThat(latencies.longestMilliseconds()).isBetween(99.9, 100.1);
  }

  private List<String> printed() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
