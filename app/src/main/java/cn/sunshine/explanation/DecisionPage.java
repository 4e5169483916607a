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
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** One decision of the rules, gone into, for whoever may see its case. */
@Route("decisions/:decision")
@PageTitle("决定说明 · 阳光帮扶")
@PermitAll
class DecisionPage extends Page implements BeforeEnterObserver {

  private final transient Decisions decisions;
  private final transient Explanations explanations;
  private final transient DecisionWords words;
  private final transient DecisionParts parts;
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
    this.parts = new DecisionParts(words);
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
        new Panel(new Section("依据", parts.findings(decision))),
        new Panel(new Section("怎样会有不同的结论", DecisionParts.whatIf(explanation))),
        new Panel(new Section("用当日的规则重算", again(explanation))),
        new Panel(new Section("当日的参数", parts.parameters(decision))));
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

  private Component again(Explanation explanation) {
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
          .forEach(finding -> answer.add(new Div(new Span(words.message(finding)))));
    }
    return answer;
  }
}
