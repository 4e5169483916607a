package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

@DisplayName("Demo accounts")
@RunningSystem
class DemoAccountsTest {

  private static final Actor ADMIN = ActingAs.holderOf(Role.ADMIN, "");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private AuthenticationProvider logIn;
  @Autowired private JdbcClient jdbc;

  private Caller caller;

  @BeforeEach
  void call() {
    caller = new Caller(port);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "farmer.320612101200",
        "group.320612101200",
        "village.320612101200",
        "helper.320612101200",
        "township.320612101",
        "township-finance.320612101",
        "county.320612",
        "comparison.320612",
        "finance.320612",
        "department.320612",
        "office.320612",
        "discipline.320612",
        "audit.320612",
        "county.3206",
        "comparison.3206",
        "finance.3206",
        "department.3206",
        "office.3206",
        "discipline.3206",
        "audit.3206",
        "policy.3206",
        "policy.320281",
        "policy.3209",
        "policy.320412",
        "policy.51",
        "policy-approver.3206",
        "policy-approver.51",
        "village.511402102002",
        "township.320281001",
        "admin"
      })
  @DisplayName("log in with the demo password, for every role at every level it can be held at")
  void everyRoleAtItsLevels(String username) {
    assertThat(caller.getsIn(username, "sunshine")).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "village.320612101",
        "village.320612",
        "village.3206",
        "group.320612101",
        "township.320612101200",
        "township.3206",
        "county.32",
        "county.320612101",
        "audit.320612101200",
        "policy.32",
        "policy.320612",
        "policy.320612101200",
        "admin.3206",
        "admin.",
        "village.",
        ".320612101200",
        "village",
        "nobody.3206",
        "village.320612999999",
        "village.000000000000",
        "village.320612101200.x",
        "county.3206 or 1=1",
        "system",
        "村.320612101200",
        "village.32061210120%"
      })
  @DisplayName("do not exist at another level, an unknown region, for an unknown role")
  void wrongNames(String username) {
    assertThat(caller.getsIn(username, "sunshine")).isFalse();
    assertThat(find(username)).isEmpty();
  }

  @Test
  @DisplayName("are not opened by a wrong password")
  void wrongPassword() {
    assertThat(caller.getsIn("village.320623101201", "Sunshine")).isFalse();
    assertThat(find("village.320623101201")).isEmpty();
  }

  @Test
  @DisplayName("carry an invented name marked as demo, one role and a trace of their opening")
  void whatIsOpened() {
    caller.getsIn("VILLAGE.320623101202 ", "sunshine");

    AccountOverview opened = find("village.320623101202").orElseThrow();
    assertThat(opened.demo()).isTrue();
    assertThat(opened.displayName()).matches("\\p{IsHan}{2,4}（演示）");
    assertThat(opened.grants()).containsExactly(new Grant(Role.VILLAGE_COMMITTEE, "320623101202"));
    assertThat(opened.mustChangePassword()).isFalse();
    assertThat(opened.lastLogInAt()).isPresent();
    assertThat(ActingAs.actor(ADMIN, () -> accounts.history("village.320623101202")))
        .extracting(entry -> entry.actor() + " " + entry.action())
        .containsExactly("system create", "system grant");
  }

  @Test
  @DisplayName("are opened once when many log in for the first time at the same moment")
  void atTheSameMoment() throws Exception {
    int crowd = 12;
    CyclicBarrier together = new CyclicBarrier(crowd);
    Callable<String> firstLogIn =
        () -> {
          together.await();
          return logIn
              .authenticate(
                  UsernamePasswordAuthenticationToken.unauthenticated(
                      "group.320623101203", "sunshine"))
              .getName();
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(crowd)) {
      List<Future<String>> logIns =
          threads.invokeAll(IntStream.range(0, crowd).mapToObj(i -> firstLogIn).toList());
      for (Future<String> each : logIns) {
        assertThat(each.get()).isEqualTo("group.320623101203");
      }
    }
    assertThat(find("group.320623101203").orElseThrow().grants()).hasSize(1);
    assertThat(ActingAs.actor(ADMIN, () -> accounts.history("group.320623101203"))).hasSize(2);
  }

  @Test
  @DisplayName("stay out once disabled, and get in again once enabled")
  void disabled() {
    caller.getsIn("admin", "sunshine");
    caller.getsIn("county.320681", "sunshine");

    ActingAs.run(ADMIN, () -> accounts.disable("county.320681", "调离"));
    assertThat(caller.getsIn("county.320681", "sunshine")).isFalse();

    ActingAs.run(ADMIN, () -> accounts.enable("county.320681"));
    assertThat(caller.getsIn("county.320681", "sunshine")).isTrue();
  }

  @Test
  @DisplayName("no longer take the demo password once they have another one")
  void anotherPassword() {
    caller.getsIn("helper.320623101200", "sunshine");

    ActingAs.run(ADMIN, () -> accounts.resetPassword("helper.320623101200"));

    assertThat(caller.getsIn("helper.320623101200", "sunshine")).isFalse();
  }

  @Test
  @DisplayName("keep their password as a hash only")
  void hashed() {
    caller.getsIn("farmer.320623101201", "sunshine");
    assertThat(
            jdbc.sql("select password_hash from account where username = 'farmer.320623101201'")
                .query(String.class)
                .single())
        .startsWith("$2a$10$");
  }

  private Optional<AccountOverview> find(String username) {
    return ActingAs.actor(
        ADMIN,
        () ->
            accounts
                .list(
                    new AccountFilter(username, Optional.empty(), Optional.empty()),
                    PageRequest.of(0, 100))
                .stream()
                .filter(account -> account.username().equals(username))
                .findFirst());
  }
}
