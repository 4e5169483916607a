package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.DecisionWords;
import cn.sunshine.policy.Decisions;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.shell.Finding;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the rules say to the case now, as sentences (NT-8, NT-9). */
@Order(10)
@org.springframework.stereotype.Component
class FindingsPart implements CasePart {

  private final Decisions decisions;
  private final DecisionWords words;

  FindingsPart(Decisions decisions, DecisionWords words) {
    this.decisions = decisions;
    this.words = words;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "规则结论";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return decisions.latest(file.getId()).map(this::finding);
  }

  private Finding finding(DecisionRecord decision) {
    Component[] sentences =
        decision.findings().stream()
            .map(finding -> new Div(words.message(finding)))
            .toArray(Component[]::new);
    return new Finding(
        OutcomeBadge.toneOf(decision.outcome()), OutcomeWords.of(decision.outcome()), sentences);
  }
}
