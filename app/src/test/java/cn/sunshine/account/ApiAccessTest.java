package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Who may reach which address")
@RunningSystem
class ApiAccessTest {

  private static final Actor ADMIN = ActingAs.holderOf(Role.ADMIN, "");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  private Caller caller;

  @BeforeEach
  void call() {
    caller = new Caller(port);
  }

  /** One account for each role, at a level where it can be held. */
  static Stream<String> oneOfEachRole() {
    return Arrays.stream(Role.values())
        .map(
            role ->
                switch (role) {
                  case ADMIN -> "admin";
                  case POLICY, POLICY_APPROVER -> role.code() + ".3206";
                  default ->
                      role.code()
                          + "."
                          + "320612101200"
                              .substring(
                                  0,
                                  role.levels().stream().sorted().findFirst().get().codeLength());
                });
  }

  @Nested
  @DisplayName("Anyone")
  class Anyone {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
      "GET, /actuator/health",
      "GET, /actuator/prometheus",
      "GET, /v3/api-docs",
      "GET, /v3/api-docs.yaml",
      "POST, /api/v1/complaints",
      "GET, /api/v1/complaints/no-such-code",
      "GET, /api/v1/notices",
      "GET, /api/v1/notices/no-such-notice",
      "POST, /api/v1/notices/no-such-notice/objections"
    })
    @DisplayName("reaches what is for the public")
    void open(String method, String path) {
      assertThat(caller.anonymously(method, path).statusCode()).isNotIn(401, 403, 302);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
      "GET, /api/v1/complaints",
      "POST, /api/v1/complaints/no-such-code",
      "DELETE, /api/v1/notices",
      "POST, /api/v1/notices",
      "GET, /api/v1/notices/1/objections",
      "GET, /api/v1/tasks",
      "POST, /api/v1/cases",
      "GET, /api/v1/households",
      "POST, /api/v1/decisions/household-eligibility",
      "POST, /api/v1/demo/clock",
      "GET, /api",
      "GET, /actuator",
      "GET, /actuator/env",
      "GET, /actuator/heapdump"
    })
    @DisplayName("is asked to log in everywhere else")
    void closed(String method, String path) {
      HttpResponse<String> answer = caller.anonymously(method, path);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(problem(answer).get("detail").asString()).contains("用户名和密码");
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .startsWith("Basic realm=\"Sunshine\"");
    }

    @Test
    @DisplayName("sees that the system is up, and nothing more about it")
    void health() {
      assertThat(caller.anonymously("GET", "/actuator/health").body())
          .contains("\"status\":\"UP\"")
          .doesNotContain("components", "details");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "Sec-Fetch-Mode, cors",
      "Sec-Fetch-Mode, same-origin",
      "X-Requested-With, XMLHttpRequest"
    })
    @DisplayName("who is a script in a browser gets no challenge, which would open a window")
    void scripts(String header, String value) {
      HttpResponse<String> answer = caller.anonymously("GET", "/api/v1/tasks", header, value);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    @DisplayName("is sent to the log-in page by screens")
    void screens() {
      HttpResponse<String> answer = caller.anonymously("GET", "/users");
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }
  }

  @Nested
  @DisplayName("Every role")
  class EveryRole {

    @ParameterizedTest(name = "{0}")
    @MethodSource("cn.sunshine.account.ApiAccessTest#oneOfEachRole")
    @DisplayName("reaches the REST interface with HTTP Basic, without a session")
    void rest(String username) {
      HttpResponse<String> answer = caller.as(username, "sunshine", "GET", Caller.NOTHING);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cn.sunshine.account.ApiAccessTest#oneOfEachRole")
    @DisplayName("reaches none of the server's inner addresses")
    void actuator(String username) {
      HttpResponse<String> answer = caller.as(username, "sunshine", "GET", "/actuator/env");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(problem(answer).get("title").asString()).isEqualTo("没有权限");
    }
  }

  @Nested
  @DisplayName("Behind a reverse proxy")
  class BehindProxy {

    private static final String[] FROM_ELSEWHERE = {"X-Forwarded-For", "1.2.3.4, 203.0.113.9"};

    @Test
    @DisplayName("the figures are for the administrator only")
    void metrics() {
      String figures = "/actuator/prometheus";
      assertThat(caller.anonymously("GET", figures, FROM_ELSEWHERE).statusCode()).isEqualTo(401);
      assertThat(
              caller.as("office.320612", "sunshine", "GET", figures, FROM_ELSEWHERE).statusCode())
          .isEqualTo(403);
      assertThat(caller.as("admin", "sunshine", "GET", figures, FROM_ELSEWHERE).statusCode())
          .isEqualTo(200);
    }

    @Test
    @DisplayName("guessing is slowed down for the caller, not for everybody behind the proxy")
    void throttling() {
      for (int i = 0; i < 5; i++) {
        caller.as("village.320623101216", "wrong", "GET", Caller.NOTHING, FROM_ELSEWHERE);
      }
      assertThat(
              caller
                  .as("village.320623101216", "sunshine", "GET", Caller.NOTHING, FROM_ELSEWHERE)
                  .statusCode())
          .isEqualTo(429);
      assertThat(
              caller
                  .as(
                      "village.320623101216",
                      "sunshine",
                      "GET",
                      Caller.NOTHING,
                      "X-Forwarded-For",
                      "1.2.3.4, 203.0.113.10")
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @Nested
  @DisplayName("A log-in that fails")
  class Failing {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"village.320623101204", "nobody", "village.320612", "x' or 1=1 --", ""})
    @DisplayName("says the same whether the account exists or not")
    void same(String username) {
      caller.getsIn("village.320623101204", "sunshine");
      HttpResponse<String> answer = caller.as(username, "wrong", "GET", "/api/v1/tasks");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(problem(answer).get("detail").asString())
          .isEqualTo("用户名或密码不对，或者账号已停用。请核对后再试；忘记密码请联系管理员。");
    }

    @Test
    @DisplayName("five times has to wait, with 429 and the seconds to wait")
    void tooOften() {
      for (int i = 0; i < 5; i++) {
        assertThat(caller.getsIn("village.320623101210", "wrong")).isFalse();
      }
      HttpResponse<String> answer =
          caller.as("village.320623101210", "sunshine", "GET", "/api/v1/tasks");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(problem(answer).get("detail").asString()).isEqualTo("密码输错次数过多，请 5 分钟后再试。");
      assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(280, 300);
      assertThat(caller.getsIn("village.320623101206", "sunshine")).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Basic", "Basic !!!!", "Basic bm9jb2xvbg==", "Bearer abc"})
    @DisplayName("because the header is malformed is refused like any other")
    void malformed(String header) {
      HttpResponse<String> answer =
          caller.anonymously("GET", "/api/v1/tasks", "Authorization", header);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(problem(answer).get("status").asInt()).isEqualTo(401);
    }

    @Test
    @DisplayName("because the password is far too long is refused like any other")
    void long_() {
      assertThat(caller.getsIn("village.320623101207", "x".repeat(2000))).isFalse();
      assertThat(caller.getsIn("village.320623101207", "阳".repeat(200))).isFalse();
    }
  }

  @Test
  @DisplayName("A password set by somebody else has to be changed before anything else")
  void mustChange() {
    caller.getsIn("admin", "sunshine");
    OneTimePassword given =
        ActingAs.actor(
            ADMIN,
            () ->
                accounts.create(
                    new NewAccount(
                        "wang.min", "王敏", Set.of(new Grant(Role.COUNTY_OFFICE, "320612")))));
    HttpResponse<String> answer = caller.as("wang.min", given.password(), "GET", "/api/v1/tasks");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(problem(answer).get("detail").asString()).contains("修改密码");
  }

  @Test
  @DisplayName(
      "A disabled account is shut out with its next call, though its password was verified")
  void disabledAtOnce() {
    assertThat(caller.getsIn("township.320623103", "sunshine")).isTrue();
    ActingAs.run(ADMIN, () -> accounts.disable("township.320623103", "停职"));
    assertThat(caller.getsIn("township.320623103", "sunshine")).isFalse();
  }

  @Test
  @DisplayName("An address that does not exist answers as the interface does, not as a page")
  void unknownAddress() {
    HttpResponse<String> answer = caller.as("admin", "sunshine", "GET", Caller.NOTHING);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
  }

  @Test
  @DisplayName("Screens carry the headers that keep other sites out")
  void headers() {
    HttpResponse<String> answer = caller.anonymously("GET", "/login");
    assertThat(header(answer, "X-Content-Type-Options")).contains("nosniff");
    assertThat(header(answer, "X-Frame-Options")).contains("SAMEORIGIN");
    assertThat(header(answer, "Referrer-Policy")).contains("same-origin");
    assertThat(header(answer, "Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'");
    assertThat(header(answer, "Set-Cookie").orElse("HttpOnly; SameSite=Lax"))
        .contains("HttpOnly", "SameSite=Lax");
  }

  private static Optional<String> header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name);
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(header(answer, "Content-Type").orElseThrow()).startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    return problem;
  }
}
