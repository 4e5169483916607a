package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FieldError;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A kind of project as a kind of case. */
final class ProjectCase implements CaseKind {

  static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};
  private static final String CORRECTION = "project-correction";

  private final ProjectType type;
  private final FormLibrary forms;
  private final ProjectStore store;
  private final ProjectSteps steps;
  private final Beneficiaries beneficiaries;
  private final Cases cases;
  private final JsonMapper json;

  ProjectCase(
      ProjectType type,
      FormLibrary forms,
      ProjectStore store,
      ProjectSteps steps,
      Beneficiaries beneficiaries,
      Cases cases,
      JsonMapper json) {
    this.type = type;
    this.forms = forms;
    this.store = store;
    this.steps = steps;
    this.beneficiaries = beneficiaries;
    this.cases = cases;
    this.json = json;
  }

  @Override
  public String process() {
    return type.process();
  }

  @Override
  public String title() {
    return type.title();
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    if (region.level() != RegionLevel.VILLAGE) {
      throw new Refusal.Invalid(
          "项目要落到村（居）：region 应为 12 位的村级编码。",
          List.of(new Refusal.FieldFault("region", "应为 12 位的村级编码")));
    }
    if (!type.mayApply(actor, region.code())) {
      throw new Refusal.Forbidden("只有本村（居）、所在镇（街）或县（市）区可以在这里申报“" + type.title() + "”。");
    }
    return application(pack, region.code(), data);
  }

  private Application application(String pack, String village, Map<String, Object> data) {
    Form form = forms.find(pack, formFor(data)).orElseThrow();
    JsonNode answers = json.valueToTree(data);
    List<FieldError> errors = form.validate(answers);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(
          "项目申报表有 " + errors.size() + " 处需要修改：" + errors.getFirst().message(),
          errors.stream()
              .map(error -> new Refusal.FieldFault(error.path(), error.message()))
              .toList());
    }
    Map<String, Object> clean = json.convertValue(form.clean(answers), DATA);
    ProjectApplication application = ProjectApplication.of(clean);
    beneficiaries.requireRegistered(village, application.beneficiaries());
    return new Application(
        clean, application.name(), application.name() + " " + application.implementingUnit());
  }

  /** Callers from before there were lists of households still say only how many there are. */
  private String formFor(Map<String, Object> data) {
    return data.get("households") instanceof List ? type.form() : ProjectType.COMMON_FORM;
  }

  @Override
  public void onApplication(CaseFile file) {
    store.register(file, ProjectApplication.of(file.data()));
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    return task.taskType().equals(CORRECTION) ? correctable(file) : steps.dataFor(file, task);
  }

  /** The form of a kind that lists its households cannot show a mere number of them. */
  private Map<String, Object> correctable(CaseFile file) {
    Map<String, Object> data = new LinkedHashMap<>(file.data());
    if (type == ProjectType.DIRECT && !(data.get("households") instanceof List)) {
      data.remove("households");
    }
    return data;
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    if (task.taskType().equals(CORRECTION)) {
      Map<String, Object> merged = new LinkedHashMap<>(file.data());
      merged.putAll(decision.data());
      cases.correct(file.getId(), application(file.pack(), file.region(), merged));
    }
    steps.onDecision(file, task, decision, actor);
  }

  @Override
  public void onFailure(CaseFile file) {
    boolean withdrawn = file.status() == CaseFile.Status.WITHDRAWN;
    if (withdrawn && store.require(file.getId()).contractAmount().isPresent()) {
      throw new Refusal.Conflict("合同已经签订，不能再撤回项目；出现风险的请在实施环节报告风险。");
    }
    store.moveTo(file.getId(), withdrawn ? Project.Stage.WITHDRAWN : Project.Stage.REFUSED);
  }

  @Override
  public Set<Role> workers() {
    return Set.of(
        Role.TOWNSHIP_FINANCE, Role.FINANCE, Role.DEPARTMENT, Role.DISCIPLINE, Role.OFFICE);
  }

  /** A project has no ID numbers. */
  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return data;
  }
}
