package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.policy.DecisionRecord;
import cn.sunshine.policy.Decisions;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the rules say to the case now, as sentences (NT-8, NT-9). */
@Order(10)
@org.springframework.stereotype.Component
class FindingsPart implements CasePart {

  private final Decisions decisions;

  FindingsPart(Decisions decisions) {
    this.decisions = decisions;
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
    return decisions.latest(file.getId()).map(FindingsPart::finding);
  }

  private static Finding finding(DecisionRecord decision) {
    Component[] sentences =
        decision.findings().stream()
            .map(finding -> new Div(finding.message()))
            .toArray(Component[]::new);
    return new Finding(toneOf(decision.outcome()), wordsOf(decision.outcome()), sentences);
  }

  static Tone toneOf(String outcome) {
    return switch (outcome) {
      case "ELIGIBLE", "KEEP" -> Tone.GOOD;
      case "INELIGIBLE" -> Tone.BAD;
      case "DOUBTS", "URGENT", "EXIT", "ADJUST" -> Tone.WARNING;
      case "SERIOUS" -> Tone.BAD;
      case "ORDINARY" -> Tone.PLAIN;
      default -> Tone.STOPPED;
    };
  }

  static String wordsOf(String outcome) {
    return switch (outcome) {
      case "ELIGIBLE" -> "符合条件";
      case "INELIGIBLE" -> "不符合条件";
      case "DOUBTS" -> "有存疑，待核实";
      case "SERIOUS" -> "严重线索";
      case "URGENT" -> "紧急";
      case "ORDINARY" -> "一般";
      case "KEEP" -> "建议保留";
      case "EXIT" -> "达到退出标准，建议退出";
      case "ADJUST" -> "建议调整资料";
      case "CANNOT_DECIDE" -> "资料不全或有存疑，无法判断";
      default -> outcome;
    };
  }
}
