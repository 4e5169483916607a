package cn.sunshine.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The controlled clock of the broker. It is moved by the difference between where it is and where
 * it should be, so doing it twice is the same as doing it once.
 */
final class BrokerClock {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

  /** Below this the difference is only the way of the question and the answer. */
  private static final long NEGLIGIBLE_MILLIS = 500;

  private static final Pattern EPOCH_MILLI = Pattern.compile("\"epochMilli\"\\s*:\\s*(\\d+)");

  private final HttpClient http;
  private final String management;
  private final Clock real;

  BrokerClock(HttpClient http, String management, Clock real) {
    this.http = http;
    this.management = management;
    this.real = real;
  }

  /**
   * Moves the broker to the offset that the application wrote down.
   *
   * @param file holds the offset from the real time in milliseconds; no file means none
   */
  void follow(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file).strip() : "";
      if (!text.isEmpty()) {
        moveTo(Duration.ofMillis(Long.parseLong(text)));
      }
    } catch (IOException | NumberFormatException e) {
      throw new StartupProblem(
          "演示时钟无法恢复（%s）：%s".formatted(file, e.getMessage()),
          "the demo clock cannot be restored from %s: %s".formatted(file, e.getMessage()));
    }
  }

  private void moveTo(Duration offset) throws IOException {
    long ahead = now() - real.millis();
    long missing = offset.toMillis() - ahead;
    if (missing > NEGLIGIBLE_MILLIS) {
      send(
          request("/actuator/clock/add")
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\":" + missing + "}"))
              .build());
    }
  }

  private long now() throws IOException {
    String answer = send(request("/actuator/clock").build());
    Matcher found = EPOCH_MILLI.matcher(answer);
    if (!found.find()) {
      throw new IOException("the broker's clock answered " + answer);
    }
    return Long.parseLong(found.group(1));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(management + path)).timeout(LONGEST_ANSWER);
  }

  private String send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(request.uri() + " answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
