package cn.sunshine.escalation;

/** What has happened to a term, in order. */
public enum AlertStage {
  DUE_SOON("due-soon", "临近期限"),
  OVERDUE("overdue", "逾期"),
  /** The office above has been told. */
  SUPERIOR("superior", "上级督办"),
  /** The supervision office and discipline inspection have been told. */
  OVERSIGHT("oversight", "监督层督办");

  private final String code;
  private final String chinese;

  AlertStage(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** As the decision table and the escalation's model write it. */
  String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  static AlertStage of(String code) {
    for (AlertStage stage : values()) {
      if (stage.code.equals(code)) {
        return stage;
      }
    }
    throw new IllegalArgumentException("no stage of an alert: " + code);
  }
}
