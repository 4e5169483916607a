package cn.sunshine.review;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CaseKind;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.household.Proceedings;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.policy.Decisions;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.HouseholdExit;
import cn.sunshine.processes.HouseholdYearlyReview;
import cn.sunshine.region.Region;
import cn.sunshine.shell.Wording;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The yearly review of one registered household as a kind of case (NT-10, NT-26, JY-3, YC-1). */
@Component
class YearlyReview implements CaseKind {

  static final String PROCESS = HouseholdYearlyReview.PROCESS_ID;
  private static final int LONGEST_NOTE = 500;
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final FormLibrary forms;
  private final RegisterEntries entries;
  private final Proceedings proceedings;
  private final Cases cases;
  private final Decisions decisions;
  private final JsonMapper json;

  YearlyReview(
      FormLibrary forms,
      RegisterEntries entries,
      Proceedings proceedings,
      Cases cases,
      Decisions decisions,
      JsonMapper json) {
    this.forms = forms;
    this.entries = entries;
    this.proceedings = proceedings;
    this.cases = cases;
    this.decisions = decisions;
    this.json = json;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public String title() {
    return "年度复核";
  }

  /** A round starts it for every household; township and county may start one for a household. */
  @Override
  public Application check(String pack, Region region, Map<String, Object> data, Actor actor) {
    boolean system = actor.equals(Actor.SYSTEM);
    if (!system && !actor.holdsOver(region.code(), Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE)) {
      throw new Refusal.Forbidden("年度复核由系统按计划发起，也可由所在镇（街道）或县（市）区扶贫办对一户发起。");
    }
    Object number = data.get("householdNumber");
    RegisteredHousehold household =
        Optional.ofNullable(number)
            .flatMap(text -> entries.find(text.toString().strip()))
            .filter(found -> found.region().equals(region.code()))
            .orElseThrow(
                () ->
                    wrongNumber(number == null ? "请写明户号。" : "该村的低收入户名册里没有户号“" + number + "”，请核对。"));
    if (!household.isActive()) {
      throw wrongNumber("低收入户 " + household.number() + " 已经退出，不需要复核。");
    }
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("householdNumber", household.number());
    if (system && data.get("round") != null) {
      kept.put("round", data.get("round"));
    }
    Optional.ofNullable(data.get("note"))
        .map(note -> note.toString().strip())
        .filter(note -> !note.isEmpty())
        .map(note -> note.substring(0, Math.min(note.length(), LONGEST_NOTE)))
        .ifPresent(note -> kept.put("note", note));
    return application(kept, household);
  }

  private static Refusal.Invalid wrongNumber(String sentence) {
    return new Refusal.Invalid(
        sentence, List.of(new Refusal.FieldFault("householdNumber", sentence)));
  }

  private static Application application(Map<String, Object> data, RegisteredHousehold household) {
    return new Application(
        data,
        household.headName() + "户 年度复核",
        household.number()
            + " "
            + household.headName()
            + " "
            + household.idNumbers().stream()
                .map(person -> person.value())
                .collect(Collectors.joining(" ")));
  }

  @Override
  public void onApplication(CaseFile file) {
    proceedings.begin(
        file.getId(),
        PROCESS,
        household(file),
        "年度复核",
        Optional.ofNullable(file.data().get("round")).map(Object::toString));
  }

  @Override
  public Map<String, Object> dataFor(CaseFile file, Task task) {
    RegisteredHousehold household = household(file);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("registeredIncome", household.yearlyIncome());
    data.put("persons", household.persons());
    if (task.taskType().equals(HouseholdYearlyReview.INCOME_REPORT)) {
      data.put(
          "yearlyIncome",
          Optional.ofNullable(file.data().get("yearlyIncome")).orElse(household.yearlyIncome()));
    }
    return data;
  }

  @Override
  public void onDecision(CaseFile file, Task task, Decision decision, Actor actor) {
    switch (task.taskType()) {
      case HouseholdYearlyReview.INCOME_REPORT -> report(file, decision, actor);
      case HouseholdYearlyReview.DECISION -> decide(file, decision);
      case HouseholdYearlyReview.EXIT_REVIEW -> {
        if (decision.outcome().equals(Decision.APPROVE)) {
          requireActive(file);
        }
      }
      default -> throw new IllegalStateException("no such step " + task.taskType());
    }
  }

  private void report(CaseFile file, Decision decision, Actor actor) {
    Form form = forms.find(file.pack(), HouseholdYearlyReview.INCOME_REPORT).orElseThrow();
    Map<String, Object> merged = new LinkedHashMap<>();
    merged.put("householdNumber", file.data().get("householdNumber"));
    Optional.ofNullable(file.data().get("round")).ifPresent(round -> merged.put("round", round));
    merged.putAll(json.convertValue(form.clean(json.valueToTree(decision.data())), DATA));
    merged.put("reportedBy", actor.username());
    cases.correct(file.getId(), application(merged, household(file)));
  }

  private void decide(CaseFile file, Decision decision) {
    if (decision.outcome().equals(Decision.RETURN)) {
      return;
    }
    requireActive(file);
    String proposed = decisions.latest(file.getId()).map(kept -> kept.outcome()).orElse("");
    if (!proposed.equalsIgnoreCase(decision.outcome()) && decision.comment().isEmpty()) {
      throw new Refusal.Invalid(
          "结论与规则建议不一致，请写明理由。", List.of(new Refusal.FieldFault("comment", "请写明理由")));
    }
    if (decision.outcome().equals(HouseholdYearlyReview.EXIT)) {
      proceedings
          .running(household(file).number(), HouseholdExit.PROCESS_ID)
          .ifPresent(
              running -> {
                throw new Refusal.Conflict("该户的退出已在办理（案件 " + running + "），请等其办结后再作结论。");
              });
    }
  }

  private void requireActive(CaseFile file) {
    if (!household(file).isActive()) {
      throw new Refusal.Conflict("该户已经退出，这项复核即将自动结束。");
    }
  }

  @Override
  public void onFailure(CaseFile file) {
    // A withdrawn review leaves the register as it is.
  }

  @Override
  public Map<String, Object> masked(Map<String, Object> data) {
    Map<String, Object> masked = new LinkedHashMap<>(data);
    masked.computeIfPresent("phone", (key, phone) -> Wording.maskedPhone(phone.toString()));
    return masked;
  }

  /** The income that the village has reported, if it has. */
  static Optional<BigDecimal> reportedIncome(CaseFile file) {
    return Optional.ofNullable(file.data().get("yearlyIncome"))
        .map(income -> new BigDecimal(income.toString()));
  }

  private RegisteredHousehold household(CaseFile file) {
    return entries.find(file.data().get("householdNumber").toString()).orElseThrow();
  }
}
