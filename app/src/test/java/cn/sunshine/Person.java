package cn.sunshine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the REST interface: an official with an account, or the public without one. */
public final class Person {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final int port;
  private final Optional<String> account;
  private final String password;

  private Person(int port, Optional<String> account, String password) {
    this.port = port;
    this.account = account;
    this.password = password;
  }

  /** Logged in with a demo account, such as {@code village.320612101200}. */
  public static Person official(int port, String account) {
    return new Person(port, Optional.of(account), "sunshine");
  }

  public static Person withPassword(int port, String account, String password) {
    return new Person(port, Optional.of(account), password);
  }

  /** Anyone, without an account. */
  public static Person anyone(int port) {
    return new Person(port, Optional.empty(), "");
  }

  /** What came back. */
  public record Answer(int status, JsonNode body) {

    /** The body of a successful answer; fails the test otherwise. */
    public JsonNode ok() {
      if (status < 200 || status > 299) {
        throw new AssertionError("expected success, got " + status + ": " + body);
      }
      return body;
    }

    public String detail() {
      return body.path("detail").asString("");
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send(request(path).POST(json(body)));
  }

  public Answer post(String path, Object body, String idempotencyKey) {
    return send(request(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
  }

  /** Posts a body that may be no JSON at all. */
  public Answer postRaw(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Attaches a small PDF, each time another one, that proves something to a case. */
  public Answer attaches(String caseId, String purpose) {
    String boundary = "----sunshine";
    String pdf =
        "%PDF-1.4\n%"
            + UUID.randomUUID()
            + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
    String body =
        "--"
            + boundary
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"paper.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n"
            + pdf
            + "\r\n--"
            + boundary
            + "--\r\n";
    return send(
        request("/api/v1/cases/" + caseId + "/attachments?purpose=" + purpose)
            .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Starts an admission in a village and answers the case's id. */
  public String applies(String village, Map<String, Object> application) {
    return post(
            "/api/v1/cases",
            Map.of("process", "household-admission", "region", village, "data", application))
        .ok()
        .path("id")
        .asString();
  }

  /** The id of the notice of a case that this person reads in a village, once it is up. */
  public String noticeOf(String village, String caseId) {
    return Eventually.present(
        () -> "no notice of " + caseId + " in " + village,
        () ->
            get("/api/v1/notices?region=" + village)
                .ok()
                .path("items")
                .valueStream()
                .filter(item -> item.path("caseId").asString().equals(caseId))
                .map(item -> item.path("id").asString())
                .findFirst());
  }

  /** The open task of a type in a case, once it has arrived in this person's inbox. */
  public JsonNode task(String caseId, String taskType) {
    return Eventually.present(
        () -> "no " + taskType + " for " + account.orElse("anyone") + " in " + caseId,
        () ->
            tasksOf(caseId).stream()
                .filter(task -> task.path("taskType").asString().equals(taskType))
                .findFirst());
  }

  /** The tasks of a case in this person's inbox. */
  public List<JsonNode> tasksOf(String caseId) {
    JsonNode page = get("/api/v1/tasks?view=group&size=200&q=" + caseId).ok();
    return page.path("items").valueStream().toList();
  }

  public Answer decides(String caseId, String taskType, String outcome) {
    return decides(caseId, taskType, outcome, "", Map.of());
  }

  public Answer decides(
      String caseId, String taskType, String outcome, String comment, Map<String, ?> data) {
    String id = task(caseId, taskType).path("id").asString();
    return post(
        "/api/v1/tasks/" + id + "/complete",
        Map.of("outcome", outcome, "comment", comment, "data", data));
  }

  public void approves(String caseId, String taskType) {
    decides(caseId, taskType, "approve").ok();
  }

  public JsonNode seesCase(String caseId) {
    return get("/api/v1/cases/" + caseId).ok();
  }

  /** The case once it has ended with this status. */
  public JsonNode seesEnd(String caseId, String status) {
    return Eventually.present(
        () -> caseId + " is not " + status + ": " + get("/api/v1/cases/" + caseId).body(),
        () ->
            Optional.of(seesCase(caseId))
                .filter(file -> file.path("status").asString().equals(status)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    account.ifPresent(
        name ->
            request.header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8))));
    return request;
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      String text = response.body();
      boolean json = text.startsWith("{") || text.startsWith("[");
      return new Answer(
          response.statusCode(),
          json ? JSON.readTree(text) : JSON.getNodeFactory().stringNode(text));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
