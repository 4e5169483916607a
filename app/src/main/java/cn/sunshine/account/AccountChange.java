package cn.sunshine.account;

import java.util.Arrays;
import java.util.Optional;

/** What can happen to an account; the code stands in the audit trail. */
public enum AccountChange {
  CREATE("create", "新建账号"),
  RENAME("rename", "修改姓名"),
  GRANT("grant", "授予角色"),
  REVOKE("revoke", "收回角色"),
  ENABLE("enable", "启用账号"),
  DISABLE("disable", "停用账号"),
  RESET_PASSWORD("reset-password", "重置密码"),
  CHANGE_PASSWORD("change-password", "本人修改密码");

  private final String code;
  private final String chinese;

  AccountChange(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public static Optional<AccountChange> ofCode(String code) {
    return Arrays.stream(values()).filter(change -> change.code.equals(code)).findFirst();
  }
}
