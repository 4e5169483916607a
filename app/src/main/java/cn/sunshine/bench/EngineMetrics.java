package cn.sunshine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** What the broker itself counts, as its management port tells it. */
final class EngineMetrics {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  /**
   * @param management address of the broker's management port
   */
  EngineMetrics(String management) {
    this.address = URI.create(management + "/actuator/prometheus");
  }

  /** One look at all the counters. */
  Look look() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER).build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException(address + " answered " + answer.statusCode());
      }
      return new Look(
          answer
              .body()
              .lines()
              .filter(line -> line.startsWith("zeebe_job_events_total{"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param lines of the counters of jobs, in the Prometheus text format
   */
  record Look(List<String> lines) {

    /** How many jobs of a type have been created, completed or timed out since the start. */
    long jobs(String action, String type) {
      return (long)
          lines.stream()
              .filter(line -> line.contains("action=\"" + action + "\""))
              .filter(line -> line.contains("type=\"" + type + "\""))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
              .sum();
    }
  }
}
