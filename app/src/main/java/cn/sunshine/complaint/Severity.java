package cn.sunshine.complaint;

import cn.sunshine.shell.Tone;
import java.util.Arrays;
import java.util.Optional;

/** How severe a request is (NT-24, NT-27). */
public enum Severity {
  /** Goes to the discipline inspection of the same level. */
  SERIOUS("严重线索", Tone.BAD),
  URGENT("紧急", Tone.WARNING),
  ORDINARY("一般", Tone.PLAIN);

  private final String chinese;
  private final Tone tone;

  Severity(String chinese, Tone tone) {
    this.chinese = chinese;
    this.tone = tone;
  }

  public String chinese() {
    return chinese;
  }

  Tone tone() {
    return tone;
  }

  static Optional<Severity> of(Object text) {
    return Arrays.stream(values()).filter(one -> one.name().equals(text)).findFirst();
  }
}
