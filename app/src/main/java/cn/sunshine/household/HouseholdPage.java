package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** One household of the register, with its members and the case that it came of. */
@Route(RegisterPage.PATH + "/:number")
@RolesAllowed({
  "group",
  "village",
  "helper",
  "township",
  "township-finance",
  "county",
  "comparison",
  "finance",
  "department",
  "office",
  "discipline",
  "audit"
})
class HouseholdPage extends Page implements BeforeEnterObserver, HasDynamicTitle {

  private record Person(String name, String relation, String idNumber) {}

  private final transient Households households;
  private final transient Cases cases;
  private final transient Actor actor;
  private final transient HouseholdHistory history;
  private final transient List<HouseholdAction> actions;
  private final Div content = new Div();
  private final Div offered = new Div();
  private String title = "低收入户";

  HouseholdPage(
      Households households,
      Cases cases,
      RegisterEntries entries,
      Proceedings proceedings,
      ObjectProvider<HouseholdAction> actions,
      CurrentActor currentActor) {
    super("低收入户");
    this.households = households;
    this.cases = cases;
    this.history = new HouseholdHistory(households, entries, proceedings, cases);
    this.actions = actions.orderedStream().toList();
    this.actor = currentActor.require();
    content.addClassName("two-columns");
    offered.addClassName("button-row");
    addActions(new Anchor(RegisterPage.PATH, "返回名册"), offered);
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    HouseholdView household =
        households.find(event.getRouteParameters().get("number").orElse(""), actor);
    title = household.head().name() + "户";
    retitle(title);
    Span number = new Span(household.householdNumber());
    number.addClassName("quiet");
    besideTitle(HouseholdGrid.badge(household), number);
    content.removeAll();
    content.add(
        new Panel(new Section("基本情况", facts(household))),
        new Panel(new Section("家庭成员", members(household))),
        new Panel(new Section("名册经过", history.of(household, actor))));
    offered.removeAll();
    actions.forEach(action -> action.show(household, actor).ifPresent(offered::add));
  }

  private KeyValueList facts(HouseholdView household) {
    KeyValueList facts = new KeyValueList();
    household
        .exit()
        .ifPresent(
            exit ->
                facts
                    .line("退出日期", Wording.date(exit.on()))
                    .line("政策保留至", Wording.date(exit.keptUntil()))
                    .line("退出理由", exit.reason()));
    return facts
        .line("地区", household.regionName())
        .line("户主", household.head().name() + "　" + household.head().idNumber())
        .line("联系电话", household.head().phone())
        .line("住址", household.address())
        .line("家庭人口", household.persons() + " 人")
        .line("家庭年收入", Wording.yuan(household.yearlyIncome()))
        .line("人均年收入", Wording.yuan(household.incomePerPerson()))
        .line(
            "致贫原因",
            household.causes().stream().map(Cause::chinese).collect(Collectors.joining("、")))
        .line("纳入日期", Wording.date(household.admittedOn()))
        .line("纳入案件", admission(household.caseId()))
        .line("备注", household.note());
  }

  /** A link for who may see the case, else its number only. */
  private Component admission(String caseId) {
    try {
      CaseFile file = cases.find(caseId, actor);
      return new Anchor("cases/" + file.getId(), file.getId());
    } catch (Refusal.NotFound notTheirs) {
      return new Span(caseId);
    }
  }

  private static Grid<Person> members(HouseholdView household) {
    Grid<Person> grid = new Grid<>();
    grid.addColumn(Person::name).setHeader("姓名");
    grid.addColumn(Person::relation).setHeader("与户主关系");
    grid.addColumn(Person::idNumber).setHeader("身份证号码").setAutoWidth(true);
    List<Person> persons =
        household.members().stream()
            .map(member -> new Person(member.name(), member.relation(), member.idNumber()))
            .collect(Collectors.toList());
    persons.addFirst(new Person(household.head().name(), "户主", household.head().idNumber()));
    grid.setItems(persons);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    return grid;
  }

  @Override
  public String getPageTitle() {
    return title + " · 阳光帮扶";
  }
}
