package cn.sunshine.complaint;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a flood of complaints away before it costs a database connection: it stands in front of the
 * idempotency keys, which take one, so that others still get through.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 10)
class PublicRateFilter extends OncePerRequestFilter {

  private static final String PATH = "/api/v1/complaints";

  private final PublicRate rate;
  private final JsonMapper json;

  PublicRateFilter(PublicRate rate, JsonMapper json) {
    this.rate = rate;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !"POST".equals(request.getMethod()) || !request.getRequestURI().startsWith(PATH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait = rate.take(request.getRemoteAddr());
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    long seconds = seconds(wait.get());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, sentence(wait.get()));
    problem.setTitle("提交太频繁");
    response.setStatus(problem.getStatus());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    json.writeValue(response.getOutputStream(), problem);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  static String sentence(Duration wait) {
    return "这个网络地址提交得太频繁，请 " + seconds(wait) + " 秒后再试。事情紧急的，请直接拨打当地监管办公室电话。";
  }
}
