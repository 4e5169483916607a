package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import cn.sunshine.problem.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A new password")
class PasswordRulesTest {

  private static final String OLD = "old-Kx7p-9mQd";

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"Kx7p-9mQd-w3", "correct horse battery 7", "麦田里的守望者1951年版", "abcdefgh1j"})
  @DisplayName("may be anything long enough with letters and digits")
  void good(String password) {
    assertThatNoException()
        .isThrownBy(() -> PasswordRules.require(password, "village.320612101200", OLD));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Kx7p-9mQd, 至少要有 10 个字符",
    "abcdefghijklm, 要同时含有字母和数字",
    "1029384756, 要同时含有字母和数字",
    "a1a1a1a1a1a1, 不同的字符太少",
    "my-Sunshine-2026, 不能含有用户名或常见密码",
    "zhang.san-2026, 不能含有用户名或常见密码",
    "old-Kx7p-9mQd, 不能与原密码相同",
    "密码密码密码密码密码密码密码密码密码密码密码密码ab12, 不能超过 72 个字节"
  })
  @DisplayName("that breaks a rule is told which")
  void bad(String password, String told) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> PasswordRules.require(password, "zhang.san", OLD))
        .withMessageContaining(told);
  }

  @Test
  @DisplayName("that breaks several rules is told all of them")
  void allAtOnce() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> PasswordRules.require("12345", "zhang.san", OLD))
        .withMessageContaining("至少要有 10 个字符；要同时含有字母和数字");
  }
}
