package cn.sunshine.shell;

/** What a colour says. Every tone has its own sign, because colour alone says nothing to some. */
public enum Tone {
  /** As it should be; done. */
  GOOD("good", "●"),
  /** Soon too late; needs a look. */
  WARNING("warning", "◐"),
  /** Too late; refused; wrong. */
  BAD("bad", "▲"),
  /** Stopped or waiting for somebody else. */
  STOPPED("stopped", "‖"),
  /** Nothing to say: a fact without a judgement. */
  PLAIN("plain", "○");

  private final String cssClass;
  private final String sign;

  Tone(String cssClass, String sign) {
    this.cssClass = cssClass;
    this.sign = sign;
  }

  String cssClass() {
    return cssClass;
  }

  String sign() {
    return sign;
  }
}
