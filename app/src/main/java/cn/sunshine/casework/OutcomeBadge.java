package cn.sunshine.casework;

import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;

/** What a rule set concluded, as a badge. */
public final class OutcomeBadge extends StateBadge {

  public OutcomeBadge(String outcome) {
    super(toneOf(outcome), OutcomeWords.of(outcome));
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
}
