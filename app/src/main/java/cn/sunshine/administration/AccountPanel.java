package cn.sunshine.administration;

import cn.sunshine.account.AccountOverview;
import cn.sunshine.account.AccountState;
import cn.sunshine.account.Accounts;
import cn.sunshine.account.Grant;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** One account: what it is, the roles it holds, what can be done with it, and what happened. */
class AccountPanel extends Panel {

  private final transient Accounts accounts;
  private final transient GrantWording wording;
  private final String username;
  private final transient Runnable changed;

  /**
   * @param changed called after the account was changed here
   */
  AccountPanel(Accounts accounts, Regions regions, String username, Runnable changed) {
    this.accounts = accounts;
    this.wording = new GrantWording(regions);
    this.username = username;
    this.changed = changed;
    AccountOverview account = accounts.require(username);

    H2 name = new H2(account.displayName());
    name.getStyle().set("margin", "0").set("font-size", "1.0625rem");
    Div head = new Div(name, AccountGrid.state(account));
    if (account.demo()) {
      head.add(new StateBadge(Tone.PLAIN, "演示账号"));
    }
    head.getStyle().set("display", "flex").set("gap", "0.5rem").set("align-items", "center");
    head.getStyle().set("margin-bottom", "0.5rem");
    add(head, facts(account), deeds(account));
    add(new Section("角色", roles(account)).withActions(addRole(regions)));
    add(new Section("变更记录", new AccountHistory(accounts.history(username), wording)));
  }

  private static KeyValueList facts(AccountOverview account) {
    return new KeyValueList()
        .line("用户名", account.username())
        .line("建立", Wording.dateTime(account.createdAt()))
        .line("最近登录", account.lastLogInAt().map(Wording::dateTime).orElse("从未登录"));
  }

  private Div deeds(AccountOverview account) {
    Button rename =
        new Button("修改姓名", event -> new RenameDialog(accounts, account, changed).open());
    Button reset = new Button("重置密码", event -> confirmReset(account));
    Button power =
        account.state() == AccountState.ENABLED
            ? new Button("停用", event -> askReason(account))
            : new Button("启用", event -> enable());
    Div deeds = new Div(rename, reset, power);
    deeds.getStyle().set("display", "flex").set("gap", "0.5rem").set("margin", "0.75rem 0");
    return deeds;
  }

  private Div roles(AccountOverview account) {
    Div roles = new Div();
    if (account.grants().isEmpty()) {
      Span none = new Span("还没有角色，登录后什么也看不到。");
      none.addClassName("quiet");
      roles.add(none);
    }
    wording.sorted(account.grants()).forEach(grant -> roles.add(role(grant)));
    return roles;
  }

  private Div role(Grant grant) {
    Button revoke = new Button("收回", VaadinIcon.CLOSE_SMALL.create(), event -> confirm(grant));
    revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    revoke.setAriaLabel("收回 " + wording.of(grant));
    Div line = new Div(new Span(wording.of(grant)), revoke);
    line.getStyle()
        .set("display", "flex")
        .set("justify-content", "space-between")
        .set("align-items", "center");
    return line;
  }

  private Button addRole(Regions regions) {
    Button add =
        new Button(
            "授予角色",
            VaadinIcon.PLUS.create(),
            event ->
                new GrantDialog(
                        accounts,
                        regions,
                        grant -> {
                          accounts.grant(username, grant);
                          Toast.done("已授予：" + wording.of(grant));
                          changed.run();
                        })
                    .open());
    add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return add;
  }

  private void confirm(Grant grant) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader("收回角色？");
    dialog.setText(wording.of(grant) + "：收回后立即不能再查看和办理。");
    dialog.setCancelable(true);
    dialog.setCancelText("取消");
    dialog.setConfirmText("收回");
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(
        event -> {
          accounts.revoke(username, grant);
          Toast.done("已收回：" + wording.of(grant));
          changed.run();
        });
    dialog.open();
  }

  private void confirmReset(AccountOverview account) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader("重置密码？");
    dialog.setText(
        account.displayName() + "（" + username + "）的原密码立即失效，已登录的页面会退出。新密码只显示一次，本人登录后须修改。");
    dialog.setCancelable(true);
    dialog.setCancelText("取消");
    dialog.setConfirmText("重置密码");
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(
        event -> {
          new OneTimePasswordDialog("密码已重置", accounts.resetPassword(username)).open();
          changed.run();
        });
    dialog.open();
  }

  private void askReason(AccountOverview account) {
    new ReasonDialog(
            "停用账号？",
            account.displayName() + "（" + username + "）立即不能登录，已登录的页面会退出。在办的任务仍留在原部门的待办里。",
            "停用",
            reason -> {
              accounts.disable(username, reason);
              Toast.done("账号已停用。");
              changed.run();
            })
        .open();
  }

  private void enable() {
    accounts.enable(username);
    Toast.done("账号已启用。");
    changed.run();
  }
}
