package cn.sunshine.account;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Calls the running application as other systems do. */
public final class Caller {

  /** An address of the REST interface where there is nothing: 404 means that one got in. */
  public static final String NOTHING = "/api/v1/nothing-here";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String root;

  public Caller(int port) {
    this.root = "http://127.0.0.1:" + port;
  }

  public HttpResponse<String> anonymously(String method, String path, String... headers) {
    return send(request(method, path, headers));
  }

  public HttpResponse<String> as(
      String username, String password, String method, String path, String... headers) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
    return send(request(method, path, headers).setHeader("Authorization", "Basic " + credentials));
  }

  /** Whether user name and password are accepted. */
  public boolean getsIn(String username, String password) {
    int status = as(username, password, "GET", NOTHING).statusCode();
    return switch (status) {
      case 404 -> true;
      case 401 -> false;
      default -> throw new AssertionError("neither let in nor refused: " + status);
    };
  }

  private HttpRequest.Builder request(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .setHeader("Content-Type", "application/json");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
