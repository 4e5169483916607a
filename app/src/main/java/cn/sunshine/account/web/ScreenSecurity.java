package cn.sunshine.account.web;

import cn.sunshine.account.LogIns;
import cn.sunshine.account.TooManyAttempts;
import com.github.benmanes.caffeine.cache.Ticker;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The screens: log-in with a form, a session that ends when it is idle or the account changes. */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity {

  /** The log-in page; it says {@code ?error} for a wrong password and {@code ?wait=MINUTES}. */
  private static final String LOGIN = "/login";

  /**
   * Vaadin and bpmn-js write styles into elements, and Vaadin runs scripts that the server sends,
   * so inline styles and scripts have to be allowed; nothing is loaded from or sent to elsewhere.
   */
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "worker-src 'self' blob:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'self'");

  /** A screen is written behind a forward, which closes the answer: headers would come too late. */
  private static final ObjectPostProcessor<HeaderWriterFilter> BEFORE_THE_SCREEN =
      new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
          filter.setShouldWriteHeadersEagerly(true);
          return filter;
        }
      };

  @Bean
  @Order(2)
  SecurityFilterChain screens(HttpSecurity http, LogIns logIns, ServerProperties server) {
    SessionWatch watch =
        new SessionWatch(
            logIns, server.getServlet().getSession().getTimeout(), Ticker.systemTicker());
    return http.addFilterAfter(watch, SecurityContextHolderFilter.class)
        // Named here as well, or Spring adds a log-in page of its own in front of ours.
        .formLogin(form -> form.loginPage(LOGIN).failureHandler(afterFailure()))
        .sessionManagement(
            sessions ->
                sessions.sessionFixation(
                    SessionManagementConfigurer.SessionFixationConfigurer::changeSessionId))
        .headers(
            headers ->
                headers
                    .withObjectPostProcessor(BEFORE_THE_SCREEN)
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .with(
            VaadinSecurityConfigurer.vaadin(),
            // an address that is no screen gets the shell's own page, not an empty refusal
            vaadin -> vaadin.loginView(LOGIN).anyRequest(any -> any.authenticated()))
        .build();
  }

  private static AuthenticationFailureHandler afterFailure() {
    return (request, response, cause) ->
        response.sendRedirect(
            request.getContextPath()
                + LOGIN
                + (cause instanceof TooManyAttempts tooMany
                    ? "?wait=" + tooMany.minutes()
                    : "?error"));
  }
}
