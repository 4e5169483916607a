package cn.sunshine.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Asks the application over HTTP, as a user's browser would, whether it works. */
final class Readiness {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

  /** UP, or an answer that the question needs a login: the application works in both cases. */
  private static final Set<Integer> GOOD_ANSWERS = Set.of(200, 401, 403);

  private final URI health;

  Readiness(String address) {
    this.health = URI.create(address + "/actuator/health");
  }

  void await() {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    String answer = "";
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build()) {
      while (System.nanoTime() < deadline) {
        HttpRequest question = HttpRequest.newBuilder(health).timeout(LONGEST_ANSWER).build();
        try {
          HttpResponse<String> response = http.send(question, HttpResponse.BodyHandlers.ofString());
          if (GOOD_ANSWERS.contains(response.statusCode())) {
            return;
          }
          answer = response.statusCode() + " " + response.body();
        } catch (IOException e) {
          answer = String.valueOf(e.getMessage());
        }
        LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StartupProblem(
        "应用没有就绪：%s 回答 %s".formatted(health, answer),
        "the application is not ready: %s answered %s".formatted(health, answer));
  }
}
