package cn.sunshine.complaint;

import java.util.Arrays;
import java.util.Optional;

/** What somebody wants of the office. */
public enum RequestKind {
  COMPLAINT("complaint", "投诉举报"),
  HELP_REQUEST("help-request", "求助");

  private final String code;
  private final String chinese;

  RequestKind(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As the REST interface writes it; also the id of its process. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  static Optional<RequestKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
