package cn.sunshine.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Problems that are found before a controller is reached or after it is left. */
enum ProblemAnswer {
  BAD_KEY(HttpStatus.BAD_REQUEST, "请求有误", "Idempotency-Key 不能为空，最长 200 个字符。"),
  KEY_REUSED(HttpStatus.CONFLICT, "请求有误", "这个 Idempotency-Key 已用于另一个内容不同的请求。请换一个新的键。"),
  UNREADABLE(
      HttpStatus.BAD_REQUEST, "请求无法读懂", "请求的地址或格式不合 HTTP 规范。地址里的汉字和特殊符号要按 UTF-8 写成百分号编码，请检查后重发。"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "请求有误", "请求内容太大。请分成几次发送，或减小文件。"),
  OUTAGE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "暂时不能办理",
      "数据库暂时连接不上，通常几秒内恢复。请用同一个 Idempotency-Key 重发；没有带键的，请先查询是否已经办理。");

  /** An embedded database that was killed is back in about two. */
  static final String RETRY_AFTER_SECONDS = "2";

  private final HttpStatus status;
  private final String title;
  private final String sentence;

  ProblemAnswer(HttpStatus status, String title, String sentence) {
    this.status = status;
    this.title = title;
    this.sentence = sentence;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  String sentence() {
    return sentence;
  }

  void write(HttpServletResponse response) throws IOException {
    response.setStatus(status.value());
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(title, status.value(), sentence));
  }
}
