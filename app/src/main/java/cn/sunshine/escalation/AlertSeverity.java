package cn.sunshine.escalation;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import java.util.Arrays;
import java.util.Optional;

/** How severe an alert about a term is (NT-21, NT-28, JY-20), as decision tables say it. */
public enum AlertSeverity {
  LOW("提示", Tone.PLAIN),
  MEDIUM("一般", Tone.WARNING),
  HIGH("较重", Tone.BAD),
  CRITICAL("严重", Tone.BAD);

  private final String chinese;
  private final Tone tone;

  AlertSeverity(String chinese, Tone tone) {
    this.chinese = chinese;
    this.tone = tone;
  }

  /** The severity with this name; empty when a table could not decide. */
  static Optional<AlertSeverity> of(String outcome) {
    return Arrays.stream(values()).filter(one -> one.name().equals(outcome)).findFirst();
  }

  public String chinese() {
    return chinese;
  }

  /** The word with its sign and colour. */
  public StateBadge badge() {
    return new StateBadge(tone, chinese);
  }
}
