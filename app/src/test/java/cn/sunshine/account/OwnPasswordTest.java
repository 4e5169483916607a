package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.RunningSystem;
import cn.sunshine.problem.Refusal;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("Changing the own password")
@RunningSystem
class OwnPasswordTest {

  private static final Actor ADMIN = ActingAs.holderOf(Role.ADMIN, "");
  private static final String FRESH = "Kx7p-9mQd-w3";

  @LocalServerPort private int port;
  @Autowired private OwnPassword ownPassword;
  @Autowired private Accounts accounts;
  @Autowired private LogIns logIns;

  private Caller caller;

  @BeforeEach
  void call() {
    caller = new Caller(port);
  }

  @Test
  @DisplayName("takes effect at once, leaves a trace and ends other sessions")
  void changed() {
    Actor holder = demo("office.320681");
    SignedIn elsewhere = new SignedIn(holder, 1, false);
    assertThat(logIns.refresh(elsewhere)).isPresent();

    SignedIn here = ActingAs.actor(holder, () -> ownPassword.change("sunshine", FRESH));

    assertThat(caller.getsIn("office.320681", "sunshine")).isFalse();
    assertThat(caller.getsIn("office.320681", FRESH)).isTrue();
    assertThat(logIns.refresh(elsewhere)).isEmpty();
    assertThat(logIns.refresh(here)).contains(here);
    assertThat(ActingAs.actor(ADMIN, () -> accounts.history("office.320681")))
        .last()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("change-password");
              assertThat(entry.actor()).isEqualTo("office.320681");
              assertThat(entry.detail().toString() + entry.comment()).doesNotContain(FRESH);
            });
  }

  @Test
  @DisplayName("needs the old one")
  void wrongOld() {
    Actor holder = demo("audit.320681");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> ActingAs.actor(holder, () -> ownPassword.change("sunshin", FRESH)))
        .withMessage("原密码不对，请重新输入。");
    assertThat(caller.getsIn("audit.320681", "sunshine")).isTrue();
  }

  @Test
  @DisplayName("has to wait after five wrong old ones: an open screen is no place to guess")
  void guessing() {
    Actor holder = demo("discipline.320681");
    for (int i = 0; i < 5; i++) {
      String guess = "guess" + i;
      assertThatExceptionOfType(Refusal.Invalid.class)
          .isThrownBy(() -> ActingAs.actor(holder, () -> ownPassword.change(guess, FRESH)));
    }
    assertThatExceptionOfType(Refusal.Conflict.class)
        .isThrownBy(() -> ActingAs.actor(holder, () -> ownPassword.change("sunshine", FRESH)))
        .withMessageContaining("分钟后再试");
  }

  @Test
  @DisplayName("refuses one that breaks the rules")
  void weak() {
    Actor holder = demo("finance.320681");
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> ActingAs.actor(holder, () -> ownPassword.change("sunshine", "short1")))
        .withMessageContaining("至少要有 10 个字符");
  }

  @Test
  @DisplayName("is not for visitors")
  void nobody() {
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> ownPassword.change("sunshine", FRESH));
  }

  @Test
  @DisplayName("opens the REST interface to an account whose password somebody else had set")
  void firstChange() {
    demo("admin");
    OneTimePassword given =
        ActingAs.actor(
            ADMIN,
            () ->
                accounts.create(
                    new NewAccount("sun.li", "孙丽", Set.of(new Grant(Role.AUDIT, "3206")))));
    Actor holder = new Actor("sun.li", "孙丽", Set.of(new Grant(Role.AUDIT, "3206")));

    ActingAs.run(holder, () -> ownPassword.change(given.password(), FRESH));

    assertThat(caller.getsIn("sun.li", FRESH)).isTrue();
  }

  private Actor demo(String username) {
    assertThat(caller.getsIn(username, "sunshine")).isTrue();
    return new Actor(
        username, username, ActingAs.actor(ADMIN, () -> accounts.require(username)).grants());
  }
}
