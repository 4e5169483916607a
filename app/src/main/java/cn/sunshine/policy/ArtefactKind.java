package cn.sunshine.policy;

/** What policy staff write and release. */
public enum ArtefactKind {
  /** One named number or word of policy with its values over time. */
  PARAMETER("参数"),
  /** A DMN model of a rule set, with its test cases. */
  DECISION_TABLE("决策表"),
  /** A BPMN model. */
  WORKFLOW("流程"),
  /** A Camunda form. */
  FORM("表单");

  private final String chinese;

  ArtefactKind(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
