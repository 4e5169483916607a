package cn.sunshine.explanation;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.casework.OutcomeBadge;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.DecisionWords;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.Explanation;
import cn.sunshine.policy.Explanations;
import cn.sunshine.policy.FindingView;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Map;

/** One decision of the rules, gone into, for whoever may see its case. */
@Route("decisions/:decision")
@PageTitle("决定说明 · 阳光帮扶")
@PermitAll
class DecisionPage extends Page implements BeforeEnterObserver {

  private final transient Decisions decisions;
  private final transient Explanations explanations;
  private final transient DecisionWords words;
  private final transient Cases cases;
  private final transient Actor actor;

  DecisionPage(
      Decisions decisions,
      Explanations explanations,
      DecisionWords words,
      Cases cases,
      CurrentActor currentActor) {
    super("决定说明");
    this.decisions = decisions;
    this.explanations = explanations;
    this.words = words;
    this.cases = cases;
    this.actor = currentActor.require();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String number = event.getRouteParameters().get("decision").orElse("");
    DecisionRecord decision =
        (number.matches("\\d{1,18}")
                ? decisions.find(Long.parseLong(number))
                : java.util.Optional.<DecisionRecord>empty())
            .orElseThrow(() -> new Refusal.NotFound("没有这个决定。"));
    // Throws for who may not see the case, as if there were none.
    CaseFile file = cases.find(decision.caseId(), actor);
    Explanation explanation = explanations.of(decision);
    Div sheets = new Div();
    sheets.addClassName("sheets");
    sheets.add(
        new Panel(new Section("结论", head(decision, file))),
        new Panel(new Section("依据", findings(decision))),
        new Panel(new Section("怎样会有不同的结论", whatIf(explanation))),
        new Panel(new Section("用当日的规则重算", again(explanation))),
        new Panel(new Section("当日的参数", parameters(decision))));
    add(sheets);
  }

  private Component head(DecisionRecord decision, CaseFile file) {
    return new KeyValueList()
        .line("结论", new OutcomeBadge(decision.outcome()))
        .line("案件", new Anchor("cases/" + file.getId(), file.subject() + "　" + file.getId()))
        .line("作出时间", Wording.dateTime(decision.at()))
        .line("规则", words.ruleSet(decision))
        .line("按哪一天的参数", Wording.date(decision.asOf()));
  }

  private Component findings(DecisionRecord decision) {
    Map<String, String> rows = words.rules(decision);
    Grid<FindingView> grid = new Grid<>();
    grid.addColumn(FindingView::message).setHeader("说明").setFlexGrow(5).setWidth("18rem");
    grid.addColumn(finding -> words.actual(decision, finding)).setHeader("实际").setWidth("10rem");
    grid.addColumn(finding -> words.limit(decision, finding)).setHeader("标准").setWidth("10rem");
    grid.addColumn(FindingView::policy).setHeader("条款").setWidth("6rem");
    grid.addColumn(finding -> rows.getOrDefault(finding.rule(), "程序规则"))
        .setHeader("规则行")
        .setTooltipGenerator(FindingView::rule)
        .setWidth("11rem");
    return shown(grid, decision.findings());
  }

  private Component parameters(DecisionRecord decision) {
    Grid<Map<String, Object>> grid = new Grid<>();
    grid.addColumn(row -> words.parameter(decision, row))
        .setHeader("参数")
        .setTooltipGenerator(row -> String.valueOf(row.get("name")))
        .setFlexGrow(3)
        .setWidth("14rem");
    grid.addColumn(row -> words.value(decision, row))
        .setHeader("值")
        .setFlexGrow(3)
        .setWidth("10rem");
    grid.addColumn(row -> row.get("validFrom")).setHeader("生效日").setWidth("8rem");
    grid.addColumn(row -> row.get("source")).setHeader("出处").setWidth("7rem");
    grid.addColumn(row -> "第 " + row.get("version") + " 版").setHeader("版本").setWidth("6rem");
    return shown(grid, decision.parameters());
  }

  private static <T> Grid<T> shown(Grid<T> grid, java.util.List<T> rows) {
    grid.setItems(rows);
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addThemeVariants(
        GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
    return grid;
  }

  private static Component whatIf(Explanation explanation) {
    if (explanation.whatIf().isEmpty()) {
      return new Paragraph("收入、存疑、比对结果和用词都逐项改动试过，只改其中一项，结论都不变。");
    }
    UnorderedList list = new UnorderedList();
    explanation.whatIf().forEach(sentence -> list.add(new ListItem(sentence)));
    return list;
  }

  private static Component again(Explanation explanation) {
    if (explanation.again().isEmpty()) {
      return new Paragraph(explanation.obstacle());
    }
    Div answer = new Div();
    answer.add(
        explanation.holds()
            ? new StateBadge(Tone.GOOD, "重算：结论和依据完全相同")
            : new StateBadge(Tone.BAD, "重算的结果与当时不同"));
    if (!explanation.holds()) {
      answer.add(new OutcomeBadge(explanation.again().get().outcome()));
      explanation
          .again()
          .get()
          .findings()
          .forEach(finding -> answer.add(new Div(new Span(finding.message()))));
    }
    return answer;
  }
}
