package cn.sunshine.admission;

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
import cn.sunshine.processes.ProcessElement;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.shell.CamundaForm;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.RegionField;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies for the admission of a household: the farmer for the own one, the village or the township
 * for a farmer (NT-9). What the server finds wrong stands at its field, and nothing typed is lost.
 */
@Route("apply")
@Menu(title = "新申请", order = MenuGroup.WORK_FROM + 8)
@PageTitle("申请纳入建档立卡低收入户 · 阳光帮扶")
@RolesAllowed({"farmer", "village", "township"})
class ApplyPage extends Page implements BeforeLeaveObserver {

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
  private static final String CORRECTION = "correction";

  /** What the applicant sees of a model: what people do, notices and the comparison. */
  private static final Set<String> STEPS = Set.of("userTask", "callActivity");

  private final transient Cases cases;
  private final transient FormLibrary forms;
  private final transient Packs packs;
  private final transient ProcessLibrary models;
  private final transient JsonMapper json;
  private final transient Actor actor;
  private final RegionField village;
  private final CamundaForm form = new CamundaForm();
  private final Button submit = new Button("提交申请");
  private final Panel sheet = new Panel();
  private final Span hint = new Span();
  private String formShown = "";
  private boolean unsaved;

  ApplyPage(
      Cases cases,
      FormLibrary forms,
      Packs packs,
      ProcessLibrary models,
      JsonMapper json,
      Regions regions,
      CurrentActor currentActor) {
    super("申请纳入建档立卡低收入户");
    this.cases = cases;
    this.forms = forms;
    this.packs = packs;
    this.models = models;
    this.json = json;
    this.actor = currentActor.require();
    List<String> roots =
        actor.grantsOf(Role.FARMER, Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE).stream()
            .map(Grant::region)
            .distinct()
            .toList();
    village = new RegionField("村（居）", regions, roots).ofLevels(RegionLevel.VILLAGE);
    village.setRequiredIndicatorVisible(true);
    village.setWidth("min(26rem, 100%)");
    village.addValueChangeListener(event -> openForm());
    form.addEditListener(() -> unsaved = true);
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.setDisableOnClick(true);
    submit.addClickListener(event -> submit());
    submit.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
    submit.setTooltipText("Ctrl + Enter");
    sheet.addClassName("narrow");
    hint.addClassName("quiet");
    Panel where = new Panel(village, hint);
    where.addClassNames("narrow", "place-line");
    add(where, sheet);
    if (roots.size() == 1
        && RegionLevel.ofCode(roots.getFirst()).equals(Optional.of(RegionLevel.VILLAGE))) {
      village.choose(roots.getFirst());
      village.setReadOnly(true);
      village.setClearButtonVisible(false);
    } else {
      openForm();
    }
  }

  /** What follows is said by the model of the place. */
  private String whatFollows(PolicyPack pack) {
    String steps =
        models.find(pack.name(), HouseholdAdmission.PROCESS).stream()
            .flatMap(model -> model.elements().stream())
            .filter(element -> STEPS.contains(element.type()))
            .filter(element -> !element.id().equals(CORRECTION))
            .map(ProcessElement::name)
            .collect(Collectors.joining("、"));
    return actor.holds(Role.FARMER)
        ? "提交后依次办理：" + steps + "。进度在“我的申请”里随时可查。"
        : "可以代农户申请。提交后依次办理：" + steps + "。";
  }

  private void openForm() {
    Optional<PolicyPack> place =
        village
            .getOptionalValue()
            .map(Region::code)
            .flatMap(packs::forRegion)
            .filter(pack -> pack.processes().contains(HouseholdAdmission.PROCESS));
    hint.setText(place.map(this::whatFollows).orElse(""));
    Optional<Form> wanted = place.flatMap(pack -> forms.find(pack.name(), HouseholdAdmission.FORM));
    if (wanted.isEmpty()) {
      formShown = "";
      sheet.removeAll();
      sheet.add(
          village.isEmpty()
              ? new EmptyState("请先选择村（居）", "申请由农户所在的村（居）受理。")
              : new EmptyState("这个地区还没有开通网上申请", "请联系当地的镇（街道）办理。"));
      return;
    }
    String schema = wanted.get().json().toString();
    if (!schema.equals(formShown)) {
      formShown = schema;
      form.edit(schema, json.createObjectNode());
      Div foot = new Div(submit, new Span("带 * 的为必填项"));
      foot.addClassName("form-foot");
      sheet.removeAll();
      sheet.add(form, foot);
    }
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
    CaseFile file;
    try {
      file = cases.start(HouseholdAdmission.PROCESS, village.getValue().code(), data, actor);
    } catch (Refusal.Invalid wrong) {
      if (wrong.faults().isEmpty()) {
        Toast.problem(wrong.sentence());
      } else {
        form.showFaults(wrong.faults());
      }
      return;
    }
    unsaved = false;
    getUI().ifPresent(ui -> ui.navigate("cases/" + file.getId()));
    Toast.done("申请已提交，案件号 " + file.getId() + "。");
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (unsaved) {
      BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
      ConfirmDialog ask =
          new ConfirmDialog("离开这个页面？", "已填写的内容还没有提交，离开后会丢失。", "继续填写", stayed -> leave.cancel());
      ask.setRejectable(true);
      ask.setRejectText("离开");
      ask.addRejectListener(left -> leave.proceed());
      ask.setCloseOnEsc(false);
      ask.open();
    }
  }
}
