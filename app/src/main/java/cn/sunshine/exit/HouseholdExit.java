package cn.sunshine.exit;

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
import cn.sunshine.household.Proceedings;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.FiveSignatures;
import cn.sunshine.region.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The exit of a registered household as a kind of case (NT-10, JY-3, YC-1, WJ-4.4, SC-6). */
@Component
class HouseholdExit implements CaseKind {

  static final String PROCESS = "household-exit";
  static final String FORM = "exit-report";
  private static final String CORRECTION = "correction";
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final FormLibrary forms;
  private final RegisterEntries entries;
  private final Proceedings proceedings;
  private final RequiredEvidence evidence;
  private final HouseholdAccounts accounts;
  private final Cases cases;
  private final JsonMapper json;

  HouseholdExit(
      FormLibrary forms,
      RegisterEntries entries,
      Proceedings proceedings,
      RequiredEvidence evidence,
      HouseholdAccounts accounts,
      Cases cases,
      JsonMapper json) {
    this.forms = forms;
    this.entries = entries;
    this.proceedings = proceedings;
    this.evidence = evidence;
    this.accounts = accounts;
    this.cases = cases;
    this.json = json;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public String title() {
    return "低收入户退出";
  }

  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    if (!actor.holdsAt(Role.VILLAGE_COMMITTEE, region.code())) {
      throw new Refusal.Forbidden("退出由低收入户所在的村（居）委会上报；region 应为您所在村的 12 位编码。");
    }
    return application(pack, region.code(), data);
  }

  private Application application(String pack, String village, Map<String, Object> data) {
    Map<String, Object> clean = accepted(pack, data);
    RegisteredHousehold household = onTheRoll(ExitReport.of(clean).householdNumber(), village);
    clean.put("householdNumber", household.number());
    requireAccountToSignWith(ExitReport.of(clean), household);
    return new Application(
        clean,
        household.headName() + "户 退出",
        household.number()
            + " "
            + household.headName()
            + " "
            + household.idNumbers().stream()
                .map(person -> person.value())
                .collect(Collectors.joining(" ")));
  }

  private Map<String, Object> accepted(String pack, Map<String, Object> data) {
    Form form = forms.find(pack, FORM).orElseThrow();
    JsonNode answers = json.valueToTree(data);
    List<FieldError> errors = form.validate(answers);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(
          "上报表有 " + errors.size() + " 处需要修改：" + errors.getFirst().message(),
          errors.stream()
              .map(error -> new Refusal.FieldFault(error.path(), error.message()))
              .toList());
    }
    return json.convertValue(form.clean(answers), DATA);
  }

  private RegisteredHousehold onTheRoll(String number, String village) {
    RegisteredHousehold household =
        entries
            .find(number)
            .filter(found -> found.region().equals(village))
            .orElseThrow(() -> wrongNumber("本村的低收入户名册里没有户号“" + number + "”，请核对。"));
    if (!household.isActive()) {
      throw wrongNumber("低收入户 " + number + " 已经退出，不能再上报退出。");
    }
    return household;
  }

  private void requireAccountToSignWith(ExitReport report, RegisteredHousehold household) {
    if (report.householdSigns().filter(FiveSignatures.WITH_ACCOUNT::equals).isPresent()
        && accounts.of(household).isEmpty()) {
      String sentence = "该户没有可以签字的账号，请选“纸质签字表”，由村（居）委会代收。";
      throw new Refusal.Invalid(
          sentence, List.of(new Refusal.FieldFault("householdSigns", sentence)));
    }
  }

  private static Refusal.Invalid wrongNumber(String sentence) {
    return new Refusal.Invalid(
        sentence, List.of(new Refusal.FieldFault("householdNumber", sentence)));
  }

  @Override
  public void onApplication(CaseFile file) {
    proceedings.begin(file.getId(), PROCESS, household(file), "退出", Optional.empty());
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (task.taskType().equals(CORRECTION)) {
      data.putAll(file.data());
    }
    data.put("evidence", evidence.wanted(file, task));
    return data;
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    if (decision.outcome().equals(Decision.APPROVE)) {
      evidence.requireAll(file, task);
    }
    if (task.taskType().equals(CORRECTION)) {
      Map<String, Object> merged = new LinkedHashMap<>(file.data());
      merged.putAll(decision.data());
      // One case is about one household; for another one the village reports anew.
      merged.put("householdNumber", file.data().get("householdNumber"));
      cases.correct(file.getId(), application(file.pack(), file.region(), merged));
    }
  }

  @Override
  public Optional<String> householdAccount(CaseFile file) {
    return accounts.of(household(file));
  }

  @Override
  public void onFailure(CaseFile file) {
    if (household(file).exitCase().equals(Optional.of(file.getId()))) {
      // Between the entry in the register and the end of the case lies a step of the engine.
      throw new Refusal.Conflict("该户已经登记退出，不能再撤回。如需重新纳入，请走纳入流程。");
    }
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    return data;
  }

  private RegisteredHousehold household(CaseFile file) {
    return entries.find(ExitReport.of(file.data()).householdNumber()).orElseThrow();
  }
}
