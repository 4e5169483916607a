package cn.sunshine.administration;

import cn.sunshine.account.AccountFilter;
import cn.sunshine.account.AccountOverview;
import cn.sunshine.account.AccountState;
import cn.sunshine.account.Accounts;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.function.Consumer;
import org.springframework.data.domain.PageRequest;

/** The accounts, loaded as one scrolls, sorted by the database. */
class AccountGrid extends Grid<AccountOverview> {

  private final transient Accounts accounts;

  AccountGrid(Accounts accounts, Regions regions, Consumer<AccountOverview> chosen) {
    this.accounts = accounts;
    GrantWording wording = new GrantWording(regions);
    addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
    setHeight("calc(100vh - 12rem)");
    setEmptyStateText("没有符合条件的账号。请放宽筛选条件，或新建账号。");
    Column<AccountOverview> username =
        addColumn(AccountOverview::username)
            .setHeader("用户名")
            .setSortProperty("username")
            .setAutoWidth(true)
            .setFlexGrow(0);
    addColumn(AccountOverview::displayName)
        .setHeader("姓名")
        .setSortProperty("displayName")
        .setAutoWidth(true)
        .setFlexGrow(0);
    addColumn(account -> wording.brief(account.grants()))
        .setHeader("角色与地区")
        .setTooltipGenerator(account -> wording.lines(account.grants()))
        .setFlexGrow(1);
    addComponentColumn(AccountGrid::state)
        .setHeader("状态")
        .setSortProperty("enabled")
        .setAutoWidth(true)
        .setFlexGrow(0);
    addColumn(account -> account.lastLogInAt().map(Wording::dateTime).orElse("从未登录"))
        .setHeader("最近登录")
        .setSortProperty("lastLogInAt")
        .setAutoWidth(true)
        .setFlexGrow(0);
    sort(GridSortOrder.asc(username).build());
    asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                chosen.accept(event.getValue());
              }
            });
  }

  void show(AccountFilter filter) {
    setItems(
        query -> accounts.list(filter, VaadinSpringDataHelpers.toSpringPageRequest(query)).stream(),
        query -> Math.toIntExact(accounts.list(filter, PageRequest.of(0, 1)).getTotalElements()));
  }

  /** Shows which one is open beside the list. */
  void mark(AccountOverview account) {
    asSingleSelect().setValue(account);
  }

  static StateBadge state(AccountOverview account) {
    if (account.state() == AccountState.DISABLED) {
      return new StateBadge(Tone.STOPPED, account.state().chinese());
    }
    return account.mustChangePassword()
        ? new StateBadge(Tone.WARNING, "待改密码")
        : new StateBadge(Tone.GOOD, account.state().chinese());
  }
}
