package cn.sunshine.exit;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.household.HouseholdView;
import cn.sunshine.household.Households;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.CamundaForm;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The village reports a household of its register out (NT-10): what it is, then the form. */
@Route(ReportExitPage.PATH + ":number")
@PageTitle("上报退出 · 阳光帮扶")
@RolesAllowed("village")
class ReportExitPage extends Page implements BeforeEnterObserver {

  static final String PATH = "exits/new/";
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final transient Households households;
  private final transient Cases cases;
  private final transient FormLibrary forms;
  private final transient Packs packs;
  private final transient JsonMapper json;
  private final transient Actor actor;
  private final CamundaForm form = new CamundaForm();
  private final Button submit = new Button("提交上报");
  private final Div content = new Div();
  private String village = "";

  ReportExitPage(
      Households households,
      Cases cases,
      FormLibrary forms,
      Packs packs,
      JsonMapper json,
      CurrentActor currentActor) {
    super("上报退出");
    this.households = households;
    this.cases = cases;
    this.forms = forms;
    this.packs = packs;
    this.json = json;
    this.actor = currentActor.require();
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    submit.addClickListener(event -> submit());
    content.addClassNames("narrow", "sheets");
    add(content);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    HouseholdView household =
        households.find(event.getRouteParameters().get("number").orElse(""), actor);
    village = household.region();
    retitle("上报退出　" + household.head().name() + "户");
    String pack = packs.require(village).name();
    ObjectNode known = json.createObjectNode();
    known.put("householdNumber", household.householdNumber());
    form.edit(forms.find(pack, HouseholdExit.FORM).orElseThrow().json().toString(), known);
    Div foot = new Div(submit, new Span("带 * 的为必填项"));
    foot.addClassName("form-foot");
    content.removeAll();
    content.add(
        new Panel(
            new Section(
                "名册登记",
                new KeyValueList()
                    .line(
                        "户号",
                        new Anchor(
                            "households/" + household.householdNumber(),
                            household.householdNumber()))
                    .line("家庭人口", household.persons() + " 人")
                    .line("家庭年收入", Wording.yuan(household.yearlyIncome()))
                    .line("人均年收入", Wording.yuan(household.incomePerPerson()))
                    .line("纳入日期", Wording.date(household.admittedOn())))),
        new Panel(form, foot));
  }

  private void submit() {
    form.submit(
        answer -> {
          submit.setEnabled(true);
          if (answer.complete()) {
            start(json.convertValue(answer.data(), DATA));
          }
        });
  }

  private void start(Map<String, Object> data) {
    try {
      CaseFile file = cases.start(HouseholdExit.PROCESS, village, data, actor);
      getUI().ifPresent(ui -> ui.navigate("cases/" + file.getId()));
      Toast.done("退出已上报，案件号 " + file.getId() + "。");
    } catch (Refusal.Invalid wrong) {
      if (wrong.faults().isEmpty()) {
        Toast.problem(wrong.sentence());
      } else {
        form.showFaults(wrong.faults());
      }
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    }
  }
}
