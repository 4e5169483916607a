package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The project of a case: its money, its gates, and what its stage is about. */
@Order(15)
@org.springframework.stereotype.Component
class ProjectPart implements CasePart {

  private static final Map<String, String> SOURCES =
      Map.of(
          "central", "中央",
          "province", "省级",
          "city", "市级",
          "county", "县级",
          "township", "镇级",
          "village", "村集体自筹",
          "other", "其他");

  private final ProjectStore store;
  private final Gates gates;
  private final ProjectRecord record;
  private final Beneficiaries beneficiaries;
  private final Cases cases;

  ProjectPart(
      ProjectStore store,
      Gates gates,
      ProjectRecord record,
      Beneficiaries beneficiaries,
      Cases cases) {
    this.store = store;
    this.gates = gates;
    this.record = record;
    this.beneficiaries = beneficiaries;
    this.cases = cases;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "项目";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return store.find(file.getId()).map(project -> facts(file, project, actor));
  }

  private Component facts(CaseFile file, Project project, Actor actor) {
    KeyValueList facts = new KeyValueList();
    facts.line("阶段", new StateBadge(ProjectWords.tone(project.stage()), project.stage().chinese()));
    facts.line("类别", project.type().title());
    facts.line("实施单位", project.implementingUnit());
    facts.line("建设内容", project.purpose());
    facts.line("总预算", Wording.yuan(project.budget()));
    facts.line("资金来源", funds(file));
    ProjectRecord.addLines(facts, "受益低收入户", households(file, actor));
    project.approvedAmount().ifPresent(sum -> facts.line("批复金额", Wording.yuan(sum)));
    project
        .contractAmount()
        .ifPresent(
            sum -> facts.line("合同", project.contractor().orElse("") + "　" + Wording.yuan(sum)));
    project.finalAmount().ifPresent(sum -> facts.line("决算金额", Wording.yuan(sum)));
    facts.line("各关", gateList(file));
    addWhatMattersNow(facts, project);
    return facts;
  }

  /** All of it is in the project's record beside the form; here only what this stage is about. */
  private void addWhatMattersNow(KeyValueList facts, Project project) {
    switch (project.stage()) {
      case APPLIED, RESERVE -> record.addAppraisal(facts, project.caseId());
      case APPROVED, BIDDING -> record.addTenders(facts, project.caseId());
      case BUILDING, ACCEPTANCE -> record.addBuilding(facts, project.caseId());
      case PAYMENT -> record.addPayments(facts, project.caseId());
      default -> {
        // It has ended.
      }
    }
  }

  /** Names only for who works on the case; who looks on sees the numbers and masked names. */
  private List<String> households(CaseFile file, Actor actor) {
    boolean named = cases.seesIdentities(file, actor);
    return Beneficiaries.of(file).stream()
        .map(
            one ->
                one.householdNumber()
                    + beneficiaries
                        .headOf(one)
                        .map(head -> "　" + (named ? head : Wording.maskedName(head)))
                        .orElse("")
                    + "　"
                    + Wording.yuan(one.amount()))
        .toList();
  }

  private static String funds(CaseFile file) {
    return ProjectApplication.of(file.data()).funds().entrySet().stream()
        .map(
            fund ->
                SOURCES.getOrDefault(fund.getKey(), fund.getKey())
                    + " "
                    + Wording.yuan(fund.getValue()))
        .reduce((first, second) -> first + "，" + second)
        .orElse("");
  }

  private Component gateList(CaseFile file) {
    Div list = new Div();
    for (Gates.Gate gate : gates.of(file)) {
      StateBadge badge =
          new StateBadge(
              ProjectWords.tone(gate.state()),
              gate.name() + "（" + ProjectWords.words(gate.state()) + "）");
      list.add(badge, new Span(" "));
    }
    return list;
  }
}
