package cn.sunshine.account.web;

import cn.sunshine.account.Role;
import cn.sunshine.account.SignedIn;
import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The addresses for other systems: HTTP Basic with every call, no session and so no cookie that
 * somebody else's page could ride on. Open to anyone is only what the public uses.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

  private static final IpAddressMatcher LOOPBACK_4 = new IpAddressMatcher("127.0.0.0/8");
  private static final IpAddressMatcher LOOPBACK_6 = new IpAddressMatcher("::1");

  /** What the server says after something went wrong was let through, or not, before that. */
  @Bean
  @Order(0)
  SecurityFilterChain errors(HttpSecurity http) {
    return http.securityMatcher(request -> request.getDispatcherType() == DispatcherType.ERROR)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiProblems problems) {
    return http.securityMatcher("/api/**", "/v3/**", "/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        HttpMethod.POST, "/api/v1/complaints", "/api/v1/complaints/*/*")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/complaints/*",
                        "/api/v1/notices",
                        "/api/v1/notices/*",
                        "/api/v1/tenders",
                        "/api/v1/tenders/*")
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.POST, "/api/v1/notices/*/objections", "/api/v1/tenders/*/bids")
                    .permitAll()
                    .requestMatchers("/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**")
                    .permitAll()
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/prometheus")
                    .access(ApiSecurity::mayReadMetrics)
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .access(ApiSecurity::maySignIn))
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Everyone who is logged in, unless the password has to be changed first. */
  private static AuthorizationResult maySignIn(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext request) {
    return new AuthorizationDecision(
        authentication.get().getPrincipal() instanceof SignedIn signedIn
            && !signedIn.mustChangePassword());
  }

  /**
   * The collector of figures runs on the same machine and has no account; the figures name no
   * person. From elsewhere, which is what a reverse proxy reports, only the administrator reads
   * them.
   */
  private static AuthorizationResult mayReadMetrics(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext request) {
    return new AuthorizationDecision(
        LOOPBACK_4.matches(request.getRequest())
            || LOOPBACK_6.matches(request.getRequest())
            || authentication.get().getPrincipal() instanceof SignedIn signedIn
                && !signedIn.mustChangePassword()
                && signedIn.actor().holds(Role.ADMIN));
  }
}
