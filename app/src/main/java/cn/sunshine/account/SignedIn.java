package cn.sunshine.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * The principal of a log-in: Spring Security's name for who is logged in.
 *
 * @param passwordVersion counts the account's passwords; a session of an older one has ended
 * @param mustChangePassword nothing else is allowed before the password is changed
 */
public record SignedIn(Actor actor, int passwordVersion, boolean mustChangePassword)
    implements AuthenticatedPrincipal {

  @Override
  public String getName() {
    return actor.username();
  }

  /** With an authority for each role held anywhere: {@code ROLE_} and the role's code. */
  public Authentication authentication() {
    List<SimpleGrantedAuthority> authorities =
        actor.grants().stream()
            .map(grant -> grant.role().code())
            .distinct()
            .map(code -> new SimpleGrantedAuthority("ROLE_" + code))
            .toList();
    return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
  }

  /** Makes this the log-in of the request and of its session from now on. */
  public void takeOver(HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication());
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }
}
