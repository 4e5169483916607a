package cn.sunshine.account.web;

import cn.sunshine.account.SignedIn;
import cn.sunshine.account.TooManyAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers calls that come no further than security, as RFC 9457 problem details. */
@Component
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

  private final JsonMapper json;

  ApiProblems(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof TooManyAttempts tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
      answer(response, HttpStatus.TOO_MANY_REQUESTS, "尝试太多", tooMany.getMessage());
      return;
    }
    if (!isScript(request)) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sunshine\", charset=\"UTF-8\"");
    }
    String sentence =
        cause instanceof InsufficientAuthenticationException
            ? "请用 HTTP Basic 提供用户名和密码。"
            : "用户名或密码不对，或者账号已停用。请核对后再试；忘记密码请联系管理员。";
    answer(response, HttpStatus.UNAUTHORIZED, "需要登录", sentence);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    answer(
        response,
        HttpStatus.FORBIDDEN,
        "没有权限",
        mustChangePassword() ? "这个账号的密码是别人设置的，请先登录网页修改密码，再调用接口。" : "您的角色不能使用这个地址。");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
      throws IOException {
    answer(response, HttpStatus.BAD_REQUEST, "请求有误", "请求的地址或报头里有不允许的字符，请检查后再试。");
  }

  /** A browser's script: a challenge would make the browser open a log-in window of its own. */
  private static boolean isScript(HttpServletRequest request) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
        || (mode != null && !mode.equals("navigate"));
  }

  private static boolean mustChangePassword() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.getPrincipal() instanceof SignedIn signedIn
        && signedIn.mustChangePassword();
  }

  private void answer(
      HttpServletResponse response, HttpStatus status, String title, String sentence)
      throws IOException {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(title);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    json.writeValue(response.getOutputStream(), problem);
  }
}
