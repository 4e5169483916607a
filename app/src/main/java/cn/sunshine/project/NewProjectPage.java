package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.CamundaForm;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Puts a project forward: the village, its town or county; farmers their own (NT-12, JY-7). */
@Route(NewProjectPage.PATH)
@PageTitle("申报项目 · 阳光帮扶")
@RolesAllowed({"farmer", "village", "township", "county"})
class NewProjectPage extends Page {

  static final String PATH = "new-project";

  private final transient Cases cases;
  private final transient FormLibrary forms;
  private final transient Packs packs;
  private final transient JsonMapper json;
  private final transient Actor actor;
  private final RegionField village;
  private final Select<ProjectType> type = new Select<>();
  private final CamundaForm form = new CamundaForm();
  private final Button submit = new Button("提交申报");
  private final Panel sheet = new Panel();

  NewProjectPage(
      Cases cases,
      FormLibrary forms,
      Packs packs,
      JsonMapper json,
      Regions regions,
      CurrentActor currentActor) {
    super("申报项目");
    this.cases = cases;
    this.forms = forms;
    this.packs = packs;
    this.json = json;
    this.actor = currentActor.require();
    List<String> roots =
        actor
            .grantsOf(Role.FARMER, Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE)
            .stream()
            .map(Grant::region)
            .distinct()
            .toList();
    village = new RegionField("村（居）", regions, roots).ofLevels(RegionLevel.VILLAGE);
    village.setRequiredIndicatorVisible(true);
    village.setWidth("min(26rem, 100%)");
    village.addValueChangeListener(event -> openForm());
    type.setLabel("项目类别");
    type.setItems(ProjectType.values());
    type.setWidth("min(15rem, 100%)");
    type.setItemLabelGenerator(ProjectType::title);
    type.setValue(actor.holds(Role.FARMER) ? ProjectType.DIRECT : ProjectType.PROVINCIAL);
    type.addValueChangeListener(event -> openForm());
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    submit.addClickListener(event -> submit());
    sheet.addClassName("narrow");
    Panel where = new Panel(type, village);
    where.addClassNames("narrow", "place-line");
    add(where, sheet);
    if (roots.size() == 1
        && RegionLevel.ofCode(roots.getFirst()).equals(Optional.of(RegionLevel.VILLAGE))) {
      village.choose(roots.getFirst());
    } else {
      openForm();
    }
  }

  private void openForm() {
    Optional<Form> wanted =
        village
            .getOptionalValue()
            .map(Region::code)
            .flatMap(packs::forRegion)
            .flatMap(pack -> forms.find(pack.name(), type.getValue().form()));
    sheet.removeAll();
    if (wanted.isEmpty()) {
      sheet.add(new EmptyState("请先选择村（居）", "项目要落到一个村（居）。"));
      return;
    }
    form.edit(wanted.get().json().toString(), json.createObjectNode());
    Div foot = new Div(submit, new Span("带 * 的为必填项；资金来源合计应等于总预算。"));
    foot.addClassName("form-foot");
    sheet.add(form, foot);
  }

  private void submit() {
    form.submit(
        answer -> {
          submit.setEnabled(true);
          if (answer.complete()) {
            start(json.convertValue(answer.data(), ProjectCase.DATA));
          }
        });
  }

  private void start(Map<String, Object> data) {
    CaseFile file;
    try {
      file = cases.start(type.getValue().process(), village.getValue().code(), data, actor);
    } catch (Refusal.Invalid wrong) {
      form.showFaults(wrong.faults());
      Toast.problem(wrong.sentence());
      return;
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
      return;
    }
    getUI().ifPresent(ui -> ui.navigate("cases/" + file.getId()));
    Toast.done("项目已申报，编号 " + file.getId() + "。");
  }
}
