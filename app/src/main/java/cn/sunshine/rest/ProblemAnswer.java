package cn.sunshine.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Problems that are found before a controller is reached. */
enum ProblemAnswer {
  BAD_KEY(HttpStatus.BAD_REQUEST, "Idempotency-Key 不能为空，最长 200 个字符。"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求内容太大。"),
  KEY_REUSED(HttpStatus.CONFLICT, "这个 Idempotency-Key 已用于另一个内容不同的请求。请换一个新的键。");

  private final HttpStatus status;
  private final String sentence;

  ProblemAnswer(HttpStatus status, String sentence) {
    this.status = status;
    this.sentence = sentence;
  }

  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"请求有误\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status.value(), sentence));
  }
}
