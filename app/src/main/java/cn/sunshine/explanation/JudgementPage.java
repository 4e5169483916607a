package cn.sunshine.explanation;

import cn.sunshine.account.Actor;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.casework.OutcomeBadge;
import cn.sunshine.household.HouseholdView;
import cn.sunshine.household.Households;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.DecisionWords;
import cn.sunshine.policy.Explanation;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/**
 * What today's rules say about a registered household whose admission they did not decide, by its
 * income in the register. Nothing is decided here, and no comparison is looked up (NT-26).
 */
@Route("judgements/:household")
@PageTitle("按今天的规定看 · 阳光帮扶")
@PermitAll
class JudgementPage extends Page implements BeforeEnterObserver {

  private final transient Judgements judgements;
  private final transient DecisionWords words;
  private final transient Households households;
  private final transient Actor actor;

  JudgementPage(
      Judgements judgements,
      DecisionWords words,
      Households households,
      CurrentActor currentActor) {
    super("按今天的规定看");
    this.judgements = judgements;
    this.words = words;
    this.households = households;
    this.actor = currentActor.require();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    // Throws for who may not see the household, as if there were none.
    HouseholdView household =
        households.find(event.getRouteParameters().get("household").orElse(""), actor);
    Explanation explanation = judgements.of(household);
    DecisionParts parts = new DecisionParts(words);
    Div sheets = new Div();
    sheets.addClassName("sheets");
    sheets.add(
        new Panel(new Section("结论", head(explanation.decision(), household))),
        new Panel(new Section("依据", parts.findings(explanation.decision()))),
        new Panel(new Section("怎样会有不同的结论", DecisionParts.whatIf(explanation))),
        new Panel(new Section("今天的参数", parts.parameters(explanation.decision()))));
    add(sheets);
  }

  private Div head(DecisionRecord says, HouseholdView household) {
    return new Div(
        new KeyValueList()
            .line("结论", new OutcomeBadge(says.outcome()))
            .line(
                "户",
                new Anchor(
                    "households/" + household.householdNumber(),
                    household.head().name() + "户　" + household.householdNumber()))
            .line("规则", words.ruleSet(says))
            .line("按哪一天的参数", Wording.date(says.asOf())),
        new Paragraph("这一户入册时系统还没有判断过，这里按册上的收入和今天的规定看。不作出决定，也不查询比对记录。"));
  }
}
