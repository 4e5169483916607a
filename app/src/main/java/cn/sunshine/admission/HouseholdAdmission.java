package cn.sunshine.admission;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.attachment.RequiredEvidence;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FieldError;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.household.Households;
import cn.sunshine.household.Identities;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admission of a household as a kind of case. */
@Component
class HouseholdAdmission implements CaseKind {

  static final String PROCESS = "household-admission";
  static final String FORM = "household-application";
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final FormLibrary forms;
  private final Identities identities;
  private final Households households;
  private final Cases cases;
  private final AdmissionTasks tasks;
  private final RequiredEvidence evidence;
  private final JsonMapper json;

  HouseholdAdmission(
      FormLibrary forms,
      Identities identities,
      Households households,
      Cases cases,
      AdmissionTasks tasks,
      RequiredEvidence evidence,
      JsonMapper json) {
    this.forms = forms;
    this.identities = identities;
    this.households = households;
    this.cases = cases;
    this.tasks = tasks;
    this.evidence = evidence;
    this.json = json;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public String title() {
    return "低收入户纳入";
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    if (region.level() != RegionLevel.VILLAGE) {
      throw new Refusal.Invalid(
          "申请要落到村（居）：region 应为 12 位的村级编码。",
          List.of(new Refusal.FieldFault("region", "应为 12 位的村级编码")));
    }
    boolean ofThisVillage =
        actor.holdsAt(Role.FARMER, region.code())
            || actor.holdsAt(Role.VILLAGE_COMMITTEE, region.code());
    if (!ofThisVillage && !actor.holdsOver(region.code(), Role.TOWNSHIP_OFFICE)) {
      throw new Refusal.Forbidden("只有本村的农户、村（居）委会或所在镇（街道）可以在这里提出申请。");
    }
    return application(pack, data);
  }

  private Application application(String pack, Map<String, Object> data) {
    Form form = forms.find(pack, FORM).orElseThrow();
    JsonNode answers = json.valueToTree(data);
    List<FieldError> errors = form.validate(answers);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(
          "申请表有 " + errors.size() + " 处需要修改：" + errors.getFirst().message(),
          errors.stream()
              .map(error -> new Refusal.FieldFault(error.path(), error.message()))
              .toList());
    }
    Map<String, Object> clean = json.convertValue(form.clean(answers), DATA);
    HouseholdApplication application = HouseholdApplication.of(clean);
    return new Application(clean, application.subject(), application.searchText());
  }

  @Override
  public void onApplication(CaseFile file) {
    identities.claim(file.getId(), file.region(), HouseholdApplication.of(file.data()).idNumbers());
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    Map<String, Object> data = tasks.dataFor(file, task);
    data.put("evidence", evidence.wanted(file, task));
    return data;
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    if (decision.outcome().equals(Decision.APPROVE)) {
      // YC-1: the signed authorisation before any comparison; SC-6: entry always with evidence.
      evidence.requireAll(file, task);
    }
    if (task.taskType().equals("correction")) {
      Map<String, Object> merged = new LinkedHashMap<>(file.data());
      merged.putAll(decision.data());
      cases.correct(file.getId(), application(file.pack(), merged));
    } else {
      tasks.onDecision(file, task, decision, actor);
    }
  }

  @Override
  public void onFailure(CaseFile file) {
    if (households.numberOfCase(file.getId()).isPresent()) {
      // Between the entry in the register and the end of the case lies a step of the engine.
      throw new Refusal.Conflict("该户已经登记入册，不能再撤回申请。如需退出，请走退出流程。");
    }
    identities.release(file.getId());
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return HouseholdApplication.masked(data);
  }
}
