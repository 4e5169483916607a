package cn.sunshine.trialrun;

import cn.sunshine.policy.FindingView;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** One changed household: what the old and the new rules say about it, side by side. */
final class ChangeDialog extends Dialog {

  ChangeDialog(TrialRun run, Wanted wanted, ChangedHousehold household) {
    addClassName("trial-change");
    setHeaderTitle(title(household));
    setWidth("56rem");
    Span place =
        new Span(
            household.place() + "　" + household.standing().chinese() + "　" + household.number());
    place.addClassName("quiet");
    Div sides =
        new Div(
            side(run.before().title(), wanted, household.before()),
            side(run.after().title(), wanted, household.after()));
    sides.addClassName("trial-sides");
    add(place, sides);
    Button close = new Button("关闭", event -> close());
    getFooter().add(close);
  }

  static String title(ChangedHousehold household) {
    return household.name().isEmpty() ? household.number() : household.name() + "户";
  }

  private static Div side(String title, Wanted wanted, ChangedHousehold.View view) {
    UnorderedList reasons = new UnorderedList();
    for (FindingView finding : view.findings()) {
      reasons.add(new ListItem(finding.message()));
    }
    Div side =
        new Div(
            new H3(title),
            new StateBadge(tone(wanted, view.outcome()), OutcomeWords.of(view.outcome())),
            reasons);
    side.addClassName("trial-side");
    return side;
  }

  /** Of an exit nobody can say in general whether it is good or bad. */
  static Tone tone(Wanted wanted, String outcome) {
    if (wanted == Wanted.EXIT) {
      return outcome.equals(wanted.outcome()) ? Tone.WARNING : Tone.PLAIN;
    }
    return switch (outcome) {
      case "ELIGIBLE" -> Tone.GOOD;
      case "INELIGIBLE" -> Tone.BAD;
      case "DOUBTS" -> Tone.WARNING;
      default -> Tone.STOPPED;
    };
  }
}
