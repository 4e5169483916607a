package cn.sunshine.account.web;

import cn.sunshine.account.LogIns;
import cn.sunshine.account.SignedIn;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account again with every request of a session: a disabled account or one with
 * another password is logged out at once, and roles that were granted or revoked count at once.
 * Also ends sessions in which nobody has done anything for a while; the container cannot tell,
 * because an open page sends signs of life all the time.
 */
class SessionWatch extends OncePerRequestFilter {

  private static final String LAST_ACTION = SessionWatch.class.getName() + ".lastAction";

  private final LogIns logIns;
  private final Duration longestIdle;
  private final Ticker ticker;
  private final SecurityContextLogoutHandler logOut = new SecurityContextLogoutHandler();

  SessionWatch(LogIns logIns, Duration longestIdle, Ticker ticker) {
    this.logIns = logIns;
    this.longestIdle = longestIdle;
    this.ticker = ticker;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/build/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn before) {
      Optional<SignedIn> now = isIdle(request) ? Optional.empty() : logIns.refresh(before);
      if (now.isEmpty()) {
        logOut.logout(request, response, authentication);
      } else if (!now.get().equals(before)) {
        now.get().takeOver(request, response);
      }
    }
    chain.doFilter(request, response);
  }

  private boolean isIdle(HttpServletRequest request) {
    HttpSession session = request.getSession();
    long now = ticker.read();
    boolean idle =
        session.getAttribute(LAST_ACTION) instanceof Long last
            && now - last > longestIdle.toNanos();
    if (!isSignOfLife(request)) {
      session.setAttribute(LAST_ACTION, now);
    }
    return idle;
  }

  /** What an open page sends by itself. */
  private static boolean isSignOfLife(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && (query.contains("v-r=heartbeat") || query.contains("v-r=push"));
  }
}
