package cn.sunshine.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import cn.sunshine.account.Accounts;
import cn.sunshine.account.ActingAs;
import cn.sunshine.account.Actor;
import cn.sunshine.account.DemoAccounts;
import cn.sunshine.account.Grant;
import cn.sunshine.account.LogIns;
import cn.sunshine.account.NewAccount;
import cn.sunshine.account.Role;
import cn.sunshine.account.SignedIn;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

@DisplayName("A session")
@RunningSystem
class SessionWatchTest {

  private static final Actor ADMIN = ActingAs.holderOf(Role.ADMIN, "");
  private static final Grant TONGZHOU = new Grant(Role.COUNTY_OFFICE, "320612");
  private static int count;

  @Autowired private LogIns logIns;
  @Autowired private Accounts accounts;
  @Autowired private DemoAccounts demoAccounts;

  private final AtomicLong nanos = new AtomicLong();
  private final MockHttpSession session = new MockHttpSession();
  private String username;
  private SessionWatch watch;

  @BeforeEach
  void logIn() {
    demoAccounts.introduce(ADMIN.username());
    username = "session.holder" + count++;
    ActingAs.run(ADMIN, () -> accounts.create(new NewAccount(username, "周文", Set.of(TONGZHOU))));
    watch = new SessionWatch(logIns, Duration.ofMinutes(30), nanos::get);
    Actor holder = new Actor(username, "周文", Set.of(TONGZHOU));
    SecurityContextHolder.getContext()
        .setAuthentication(new SignedIn(holder, 1, true).authentication());
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  @DisplayName("goes on while somebody works")
  void goesOn() {
    for (int i = 0; i < 4; i++) {
      assertThat(request("v-r=uidl")).isPresent();
      passes(Duration.ofMinutes(29));
    }
  }

  @Test
  @DisplayName("ends after half an hour in which only the open page gave signs of life")
  void idle() {
    request("v-r=uidl");
    for (int i = 0; i < 6; i++) {
      passes(Duration.ofMinutes(5));
      assertThat(request("v-r=heartbeat")).isPresent();
    }
    passes(Duration.ofSeconds(1));
    assertThat(request("v-r=uidl")).isEmpty();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  @DisplayName("ends with the next click after the account was disabled")
  void disabled() {
    assertThat(request("v-r=uidl")).isPresent();
    asAdmin(() -> accounts.disable(username, "离职"));
    assertThat(request("v-r=uidl")).isEmpty();
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  @DisplayName("ends when the password was reset")
  void reset() {
    asAdmin(() -> accounts.resetPassword(username));
    assertThat(request("v-r=uidl")).isEmpty();
  }

  @Test
  @DisplayName("has the roles that are held now, not those held at log-in")
  void roles() {
    Grant audit = new Grant(Role.AUDIT, "3206");
    asAdmin(() -> accounts.grant(username, audit));
    asAdmin(() -> accounts.revoke(username, TONGZHOU));

    Authentication now = request("v-r=uidl").orElseThrow();

    assertThat(((SignedIn) now.getPrincipal()).actor().grants()).containsExactly(audit);
    assertThat(now.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_audit");
  }

  /** Who is logged in while the request is worked on. */
  private Optional<Authentication> request(String query) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setQueryString(query);
    request.setSession(session);
    AtomicReference<Authentication> within = new AtomicReference<>();
    try {
      watch.doFilter(
          request,
          new MockHttpServletResponse(),
          (req, res) -> within.set(SecurityContextHolder.getContext().getAuthentication()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return Optional.ofNullable(within.get());
  }

  private void passes(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** As somebody else in between; the session's own log-in stays. */
  private void asAdmin(Runnable deed) {
    Authentication mine = SecurityContextHolder.getContext().getAuthentication();
    ActingAs.run(ADMIN, deed);
    SecurityContextHolder.getContext().setAuthentication(mine);
  }
}
