package cn.sunshine.account;

import cn.sunshine.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a password must be like. Length counts for more than signs nobody can remember. */
public final class PasswordRules {

  /** The rules in one sentence, to stand beside the field. */
  public static final String SENTENCE = "至少 10 个字符，同时含有字母和数字，不含用户名和常见密码，且与原密码不同。";

  /** What BCrypt looks at. */
  static final int MOST_BYTES = 72;

  private static final int FEWEST_CHARACTERS = 10;
  private static final int FEWEST_DIFFERENT = 5;
  private static final List<String> COMMON =
      List.of(
          "sunshine", "password", "passw0rd", "123456", "qwerty", "abc123", "111111", "yangguang");

  private PasswordRules() {}

  /**
   * @throws Refusal.Invalid that names every rule the password breaks
   */
  static void require(String password, String username, String oldPassword) {
    String lower = password.toLowerCase(Locale.ROOT);
    List<String> broken = new ArrayList<>();
    if (password.codePointCount(0, password.length()) < FEWEST_CHARACTERS) {
      broken.add("至少要有 " + FEWEST_CHARACTERS + " 个字符");
    }
    if (isTooLong(password)) {
      broken.add("不能超过 " + MOST_BYTES + " 个字节（一个汉字占 3 个字节）");
    }
    if (password.codePoints().noneMatch(Character::isLetter)
        || password.codePoints().noneMatch(Character::isDigit)) {
      broken.add("要同时含有字母和数字");
    }
    if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
      broken.add("不同的字符太少");
    }
    if (Stream.concat(COMMON.stream(), Stream.of(username)).anyMatch(lower::contains)) {
      broken.add("不能含有用户名或常见密码");
    }
    if (password.equals(oldPassword)) {
      broken.add("不能与原密码相同");
    }
    if (!broken.isEmpty()) {
      String sentence = "新密码不符合要求：" + String.join("；", broken) + "。";
      throw new Refusal.Invalid(sentence, List.of(new Refusal.FieldFault("newPassword", sentence)));
    }
  }

  static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }
}
