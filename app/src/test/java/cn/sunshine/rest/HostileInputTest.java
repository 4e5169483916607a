package cn.sunshine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent in, the answer is a problem detail with a Chinese sentence. */
@RunningSystem
class HostileInputTest {

  @LocalServerPort int port;
  Person village;

  @BeforeEach
  void anOfficial() {
    village = Person.official(port, "village.320612101200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{bad",
        "[]",
        "null",
        "{}",
        "\"text\"",
        "{\"process\":\"x\",\"region\":\"320612101200\",\"data\":{}}",
        "{\"process\":\"household-admission\",\"region\":\"999\",\"data\":{}}",
        "{\"process\":\"household-admission\",\"region\":\"320612\",\"data\":{}}",
        "{\"process\":\"household-admission\",\"region\":\"320612101200\",\"data\":{}}",
        "{\"process\":\"household-admission\",\"region\":\"320612101200\",\"data\":\"x\"}",
        "{\"process\":\"household-admission\",\"region\":\"320612101200\","
            + "\"data\":{\"head\":{\"name\":\"a\\u0000b\"}}}",
        "{\"process\":\"household-admission\",\"region\":\"320612101200\","
            + "\"data\":{\"head\":[1,2,3],\"members\":{\"a\":1},\"yearlyIncome\":\"NaN\"}}"
      })
  void aStartThatIsWrongIsRefusedWithASentence(String body) {
    expectProblem(village.postRaw("/api/v1/cases", body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tasks?view=xx",
        "/api/v1/tasks?page=-1",
        "/api/v1/tasks?size=abc",
        "/api/v1/tasks?page=2000000000&size=500",
        "/api/v1/tasks?sort=drop",
        "/api/v1/tasks/123",
        "/api/v1/cases/NT-1",
        "/api/v1/cases/..%2f..%2fetc",
        "/api/v1/cases?status=nonsense",
        "/api/v1/cases?region=31",
        "/api/v1/households/nothing",
        "/api/v1/notices?region=abc",
        "/api/v1/deadlines?from=yesterday&workingDays=5",
        "/api/v1/nothing-here"
      })
  void aQuestionThatIsWrongIsRefusedWithASentence(String path) {
    expectProblem(village.get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%27%20or%201=1--", "%25", "_", "%5C", "%F0%9F%98%80"})
  void noSearchTextUpsetsASearch(String text) {
    assertThat(village.get("/api/v1/tasks?q=" + text).status()).isLessThan(500);
    assertThat(village.get("/api/v1/cases?q=" + text).status()).isLessThan(500);
    assertThat(village.get("/api/v1/households?q=" + text).status()).isLessThan(500);
  }

  /** What a browser encodes, curl sends as it is typed. */
  @Test
  void anAddressThatIsNotEncodedIsRefusedWithASentence() throws IOException {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.getOutputStream()
          .write(
              "GET /api/v1/tasks?q=\u5468 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .contains("application/problem+json", "百分号编码")
          .doesNotContain("<html");
    }
  }

  @Test
  void anIncomeWithTooManyDigitsIsRefusedAtItsField() {
    Map<String, Object> application = Applications.withinTheLine();
    application.put("yearlyIncome", 1.2345);

    Person.Answer answer =
        village.post(
            "/api/v1/cases",
            Map.of(
                "process", "household-admission",
                "region", "320612101200",
                "data", application));

    expectProblem(answer);
    assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("yearlyIncome");
  }

  @Test
  void aKeyThatWasUsedForSomethingElseIsRefused() {
    Map<String, Object> objection = Map.of("advance", "PT1S");
    village.post("/api/v1/demo/clock", objection, "reused-key").ok();

    Person.Answer other =
        village.post("/api/v1/demo/clock", Map.of("advance", "PT2S"), "reused-key");

    assertThat(other.status()).isEqualTo(409);
    expectProblem(other);
  }

  /** The database cannot store it, and no service needs to ask for it. */
  @Test
  void aSignThatCannotBeStoredIsRefusedWithASentence() {
    String caseId = village.applies("320612101200", Applications.withinTheLine());

    Person.Answer answer =
        village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "a\u0000b"));

    expectProblem(answer);
    assertThat(answer.detail()).contains("看不见的控制字符");
    village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "重填")).ok();
  }

  /** Nodes take many times the room of their text: a hundred megabytes would stop everybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/complaints", "/%61pi/v1/complaints", "/?v-r=uidl", "/notices?v-r=uidl"})
  void aBodyThatIsLargerThanAnythingIsRefusedBeforeItIsRead(String path) {
    Person.Answer answer =
        Person.anyone(port).postRaw(path, "{\"contact\":[" + "[],".repeat(2_000_000) + "[]]}");

    assertThat(answer.status()).isEqualTo(413);
    expectProblem(answer);
  }

  @Test
  void aBodyThatIsSentInPiecesIsRefusedOnceItIsTooLarge() throws IOException {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = line.getOutputStream();
      out.write(
          "POST /api/v1/complaints HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.UTF_8));
      byte[] piece = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 50; i++) {
        out.write(piece);
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));

      assertThat(new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 413")
          .contains("请求内容太大");
    }
  }

  @Test
  void aBodyOfTooManyNodesIsRefused() {
    expectProblem(
        Person.anyone(port)
            .postRaw("/api/v1/complaints", "{\"contact\":[" + "[],".repeat(300_000) + "[]]}"));
  }

  private static void expectProblem(Person.Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.detail()).matches(".*\\p{IsHan}.*");
    assertThat(answer.body().toString()).doesNotContain("Exception", "at cn.sunshine");
  }
}
