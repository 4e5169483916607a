package cn.sunshine.administration;

import cn.sunshine.account.AccountFilter;
import cn.sunshine.account.AccountOverview;
import cn.sunshine.account.Accounts;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;

/**
 * All accounts, to be searched and filtered; the chosen one beside the list. What is shown stands
 * in the address, so that it can be kept and passed on.
 */
@Route("accounts")
@PageTitle("账号与角色 · 阳光帮扶")
@Menu(title = "账号与角色", order = MenuGroup.ADMINISTRATION_FROM + 10)
@RolesAllowed("admin")
class AccountsView extends Page implements BeforeEnterObserver {

  private static final String CHOSEN = "account";

  private final transient Accounts accounts;
  private final transient Regions regions;
  private final AccountFilterBar filterBar;
  private final AccountGrid grid;
  private final Span total = new Span();
  private final Div beside = new Div();
  private Optional<String> chosen = Optional.empty();

  AccountsView(Accounts accounts, Regions regions) {
    super("账号与角色");
    this.accounts = accounts;
    this.regions = regions;
    this.filterBar = new AccountFilterBar(regions, this::filtered);
    this.grid = new AccountGrid(accounts, regions, this::choose);
    total.addClassName("quiet");
    besideTitle(total);

    Button create =
        new Button(
            "新建账号",
            VaadinIcon.PLUS.create(),
            event ->
                new NewAccountDialog(accounts, regions, opened -> shown(opened.username())).open());
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    addActions(create);

    Panel list = new Panel(grid);
    list.getStyle().set("flex", "1 1 32rem").set("min-width", "0").set("padding", "0");
    beside.getStyle().set("flex", "0 1 26rem").set("min-width", "20rem");
    Div both = new Div(list, beside);
    both.getStyle()
        .set("display", "flex")
        .set("flex-wrap", "wrap")
        .set("gap", "0.75rem")
        .set("align-items", "flex-start");
    add(filterBar, both);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters query = event.getLocation().getQueryParameters();
    chosen = query.getSingleParameter(CHOSEN).filter(name -> !name.isEmpty());
    filterBar.show(query);
    refresh();
  }

  private void refresh() {
    AccountFilter filter = filterBar.filter();
    grid.show(filter);
    chosen.map(accounts::require).ifPresent(grid::mark);
    long count = accounts.list(filter, PageRequest.of(0, 1)).getTotalElements();
    total.setText("共 " + Wording.number(count) + " 个");
    beside.removeAll();
    beside.add(
        chosen
            .<Component>map(
                username -> new AccountPanel(accounts, regions, username, this::refresh))
            .orElseGet(() -> new Panel(new EmptyState("没有选中账号", "在左边的列表里点一个账号，查看或修改它的角色和状态。"))));
  }

  private void choose(AccountOverview account) {
    if (!chosen.equals(Optional.of(account.username()))) {
      shown(account.username());
    }
  }

  private void shown(String username) {
    chosen = Optional.of(username);
    filtered();
  }

  /** Puts what is shown into the address, without leaving the page, and shows it. */
  private void filtered() {
    QueryParameters query = filterBar.query();
    QueryParameters all = chosen.map(username -> query.merging(CHOSEN, username)).orElse(query);
    String address =
        all.getQueryString().isEmpty() ? "accounts" : "accounts?" + all.getQueryString();
    UI.getCurrent().getPage().getHistory().replaceState(null, address);
    refresh();
  }
}
