package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;

/** What a farmer has applied for: how it stands, its result, and the way to withdraw it. */
@Route(MyApplicationsPage.PATH)
@Menu(title = "我的申请", order = MenuGroup.WORK_FROM + 9)
@PageTitle("我的申请 · 阳光帮扶")
@RolesAllowed("farmer")
class MyApplicationsPage extends Page {

  static final String PATH = "my-applications";

  private final transient Cases cases;
  private final transient CaseList list;
  private final transient Regions regions;
  private final transient Actor actor;
  private final Div cards = new Div();

  MyApplicationsPage(Cases cases, CaseList list, Regions regions, CurrentActor currentActor) {
    super("我的申请");
    this.cases = cases;
    this.list = list;
    this.regions = regions;
    this.actor = currentActor.require();
    cards.addClassName("cards");
    add(cards);
    refresh();
  }

  private void refresh() {
    cards.removeAll();
    List<CaseFile> files = list.ownOf(actor);
    Map<String, List<String>> steps = list.openSteps(files);
    files.forEach(file -> cards.add(card(file, steps.getOrDefault(file.getId(), List.of()))));
    if (files.isEmpty()) {
      cards.add(
          new Panel(
              new EmptyState(
                  "还没有申请",
                  "家庭困难的，可以在这里申请纳入建档立卡低收入户，也可以请村（居）委会代为申请。",
                  new Anchor("apply", "提出申请"))));
    }
  }

  private Div card(CaseFile file, List<String> steps) {
    Anchor title = new Anchor(CasesPage.PATH + "/" + file.getId(), file.subject());
    title.addClassName("card-title");
    Div head = new Div(title, CaseBadge.of(file.status()));
    head.addClassName("card-head");
    Div about =
        new Div(
            file.getId()
                + "　"
                + regions.fullName(file.region())
                + "　"
                + Wording.date(file.startedAt())
                + " 申请");
    about.addClassName("quiet");
    Div card = new Div(head, about, new Div(standing(file, steps)));
    card.addClassName("card");
    Div foot = new Div(new Anchor(CasesPage.PATH + "/" + file.getId(), "查看办理经过"));
    foot.addClassName("card-foot");
    if (file.isRunning()) {
      Button withdraw = new Button("撤回申请", event -> withdraw(file));
      withdraw.addClassName("card-action");
      foot.add(withdraw);
    }
    card.add(foot);
    return card;
  }

  private static Span standing(CaseFile file, List<String> steps) {
    if (file.isRunning()) {
      return new Span("当前环节：" + (steps.isEmpty() ? "公示或系统处理中" : String.join("、", steps)));
    }
    Map<String, Object> result = file.result().orElse(Map.of());
    if (result.get("householdNumber") instanceof String number) {
      return new Span("已纳入建档立卡低收入户，户号 " + number + "。");
    }
    return new Span(
        result.get("reason") instanceof String why && !why.isBlank() ? "理由：" + why : "");
  }

  private void withdraw(CaseFile file) {
    new ReasonDialog(
            "撤回“" + file.subject() + "”？",
            "撤回后这件申请就此结束，不能恢复；以后可以重新申请。",
            "撤回",
            reason -> {
              cases.withdraw(file.getId(), reason, actor);
              Toast.done("申请 " + file.getId() + " 已撤回。");
              refresh();
            })
        .open();
  }
}
