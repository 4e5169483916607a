package cn.sunshine.rest;

import cn.sunshine.problem.InvisibleText;
import cn.sunshine.problem.Outage;
import cn.sunshine.problem.Refusal;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers whatever goes wrong in a REST call as a problem detail with a Chinese sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound r -> answer(HttpStatus.NOT_FOUND, "没有找到", r.sentence());
      case Refusal.Forbidden r -> answer(HttpStatus.FORBIDDEN, "没有权限", r.sentence());
      case Refusal.Conflict r -> answer(HttpStatus.CONFLICT, "状态已变化", r.sentence());
      case Refusal.Invalid r -> {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "填写有误", r.sentence());
        if (!r.faults().isEmpty()) {
          problem.setProperty("errors", r.faults());
        }
        yield ResponseEntity.status(problem.getStatus()).body(problem);
      }
    };
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
    return answer(HttpStatus.FORBIDDEN, "没有权限", "您的角色不能进行这项操作。");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException overtaken) {
    return answer(HttpStatus.CONFLICT, "状态已变化", "有人刚刚改动了同一内容，请刷新后再试。");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception unexpected) {
    if (Outage.isBehind(unexpected)) {
      log.warn("A REST call met an outage of the database: {}", unexpected.getMessage());
      ProblemAnswer outage = ProblemAnswer.OUTAGE;
      return ResponseEntity.status(outage.status())
          .header(HttpHeaders.RETRY_AFTER, ProblemAnswer.RETRY_AFTER_SECONDS)
          .body(problem(outage.status(), outage.title(), outage.sentence()));
    }
    if (InvisibleText.isBehind(unexpected)) {
      return answer(HttpStatus.UNPROCESSABLE_CONTENT, "填写有误", InvisibleText.SENTENCE);
    }
    String reference = HexFormat.of().toHexDigits(RANDOM.nextInt());
    log.error("Unexpected fault {} in a REST call", reference, unexpected);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "系统出错",
        "系统出了意外的错误，您的数据没有丢失。请稍后重试；如仍不行，请把编号 " + reference + " 告诉管理员。");
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest()
        .body(
            problem(
                HttpStatus.BAD_REQUEST,
                "请求无法读懂",
                "请求内容不是正确的 JSON，或字段类型不对。请按 /v3/api-docs 的说明检查后重发。"));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException mismatch) {
    return answer(HttpStatus.BAD_REQUEST, "参数有误", "参数“" + mismatch.getName() + "”的格式不对，请检查后重发。");
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      Object body,
      HttpHeaders headers,
      HttpStatusCode statusCode,
      WebRequest request) {
    HttpStatus status = HttpStatus.valueOf(statusCode.value());
    String sentence =
        switch (status) {
          case NOT_FOUND -> "没有这个地址，请对照 /v3/api-docs 检查路径。";
          case METHOD_NOT_ALLOWED -> "这个地址不支持这种请求方法。";
          case UNSUPPORTED_MEDIA_TYPE -> "请以 application/json 发送请求内容。";
          case NOT_ACCEPTABLE -> "只提供 application/json 格式的回答。";
          case CONTENT_TOO_LARGE -> "请求内容太大。";
          default -> "请求不完整或格式不对，请检查参数后重发。";
        };
    return ResponseEntity.status(status).headers(headers).body(problem(status, "请求有误", sentence));
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String title, String sentence) {
    return ResponseEntity.status(status).body(problem(status, title, sentence));
  }

  private static ProblemDetail problem(HttpStatus status, String title, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(title);
    return problem;
  }
}
