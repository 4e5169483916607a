package cn.sunshine.bench;

import cn.sunshine.account.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** An official with a demo account, over the REST interface. */
final class Official {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final String PASSWORD = "sunshine";
  private static final int FIRST_REFUSAL = 300;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;
  private final String authorization;

  /**
   * @param address of the application
   * @param village where the role is held
   */
  Official(String address, Role role, String village) {
    this.address = address;
    String account = role.code() + "." + village + ":" + PASSWORD;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  /** The first page of the inbox. */
  void list() {
    send(request("/api/v1/tasks?view=group&size=50").GET());
  }

  /** A task with its form and the data of its case. */
  void open(String taskId) {
    send(request("/api/v1/tasks/" + taskId).GET());
  }

  void decide(String taskId, String outcome, Map<String, ?> data) {
    String body =
        JSON.writeValueAsString(Map.of("outcome", outcome, "comment", "请再议", "data", data));
    send(
        request("/api/v1/tasks/" + taskId + "/complete")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(LONGEST)
        .header("Authorization", authorization);
  }

  private void send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= FIRST_REFUSAL) {
        throw new IllegalStateException(
            answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
