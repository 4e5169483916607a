package cn.sunshine.escalation;

import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import java.util.Arrays;
import java.util.Optional;

/** How severe an alert about a term is (NT-21, NT-28, JY-20), as decision tables say it. */
public enum AlertSeverity {
  LOW(Tone.PLAIN),
  MEDIUM(Tone.WARNING),
  HIGH(Tone.BAD),
  CRITICAL(Tone.BAD);

  private final Tone tone;

  AlertSeverity(Tone tone) {
    this.tone = tone;
  }

  /** The severity with this name; empty when a table could not decide. */
  static Optional<AlertSeverity> of(String outcome) {
    return Arrays.stream(values()).filter(one -> one.name().equals(outcome)).findFirst();
  }

  public String chinese() {
    return OutcomeWords.of(name());
  }

  /** The word with its sign and colour. */
  public StateBadge badge() {
    return new StateBadge(tone, chinese());
  }
}
