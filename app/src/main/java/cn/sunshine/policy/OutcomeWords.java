package cn.sunshine.policy;

/** What rule sets conclude, in the words that people read everywhere. */
public final class OutcomeWords {

  private OutcomeWords() {}

  /** The words for an outcome; an outcome of a rule set that is not known here stays as it is. */
  public static String of(String outcome) {
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
