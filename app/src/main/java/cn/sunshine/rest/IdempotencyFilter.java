package cn.sunshine.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours {@code Idempotency-Key} on every POST of the REST interface. The key, the effect and the
 * answer are one transaction: a second request with the same key waits for the first and then gets
 * its answer; after a crash either all of it happened or nothing. Only successful answers are kept,
 * so that a refused request may be corrected and sent again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class IdempotencyFilter extends OncePerRequestFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_KEY = 200;
  private static final int LARGEST_BODY = 64 * 1024 * 1024;
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  IdempotencyFilter(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod())
        || !request.getRequestURI().startsWith("/api/")
        || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER).strip();
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      ProblemAnswer.BAD_KEY.write(response);
      return;
    }
    Optional<RepeatableRequest> read = RepeatableRequest.read(request, LARGEST_BODY);
    if (read.isEmpty()) {
      ProblemAnswer.TOO_LARGE.write(response);
      return;
    }
    RepeatableRequest repeatable = read.get();
    String account = Optional.ofNullable(request.getRemoteUser()).orElse("");
    String hash = repeatable.hash();
    ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
    Optional<KeptAnswer> kept =
        transaction.execute(
            status -> {
              if (!reserve(account, key, hash)) {
                return Optional.of(keptAnswer(account, key));
              }
              try {
                chain.doFilter(repeatable, buffered);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (ServletException e) {
                throw new IllegalStateException(e);
              }
              if (buffered.getStatus() >= 300) {
                status.setRollbackOnly();
              } else {
                keep(account, key, buffered);
              }
              return Optional.empty();
            });
    if (kept.isEmpty()) {
      buffered.copyBodyToResponse();
    } else if (kept.get().requestHash().equals(hash)) {
      kept.get().write(response);
    } else {
      ProblemAnswer.KEY_REUSED.write(response);
    }
  }

  /** Takes the key; waits while another request holds it. False when it has been answered. */
  private boolean reserve(String account, String key, String hash) {
    return jdbc.sql(
                """
                insert into idempotent_answer (account, key, request_hash, at)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(account, key, hash, clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private void keep(String account, String key, ContentCachingResponseWrapper answer) {
    jdbc.sql(
            """
            update idempotent_answer set status = ?, body = ?, location = ?
            where account = ? and key = ?
            """)
        .params(
            answer.getStatus(),
            new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8),
            answer.getHeader("Location"),
            account,
            key)
        .update();
  }

  private KeptAnswer keptAnswer(String account, String key) {
    return jdbc.sql(
            """
            select request_hash, status, body, location from idempotent_answer
            where account = ? and key = ?
            """)
        .params(account, key)
        .query(KeptAnswer.class)
        .single();
  }

  @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
  void forgetOldAnswers() {
    jdbc.sql("delete from idempotent_answer where at < ?")
        .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
        .update();
  }

  record KeptAnswer(String requestHash, int status, String body, String location) {

    void write(HttpServletResponse response) throws IOException {
      response.setStatus(status);
      response.setHeader("Idempotency-Replayed", "true");
      if (location != null) {
        response.setHeader("Location", location);
      }
      if (!body.isEmpty()) {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(body);
      }
    }
  }
}
