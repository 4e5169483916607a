package cn.sunshine.policy;

import java.util.regex.Pattern;

/** What rule sets conclude, in the words that people read everywhere. */
public final class OutcomeWords {

  /** An outcome as rules write it, standing alone. */
  private static final Pattern CODE = Pattern.compile("(?<![\\w-])[A-Z]{3,}(_[A-Z]+)*(?![\\w-])");

  private OutcomeWords() {}

  /** A text with the words in the place of every known outcome in it. */
  public static String in(String text) {
    return CODE.matcher(text).replaceAll(found -> of(found.group()));
  }

  /** The words for an outcome; an outcome of a rule set that is not known here stays as it is. */
  public static String of(String outcome) {
    return switch (outcome) {
      case "ELIGIBLE" -> "符合条件";
      case "INELIGIBLE" -> "不符合条件";
      case "DOUBTS" -> "有存疑，待核实";
      case "SERIOUS" -> "严重线索";
      case "URGENT" -> "紧急";
      case "ORDINARY" -> "一般";
      case "LOW" -> "提示";
      case "MEDIUM" -> "一般";
      case "HIGH" -> "较重";
      case "CRITICAL" -> "严重";
      case "KEEP" -> "建议保留";
      case "EXIT" -> "达到退出标准，建议退出";
      case "ADJUST" -> "建议调整资料";
      case "CANNOT_DECIDE" -> "资料不全或有存疑，无法判断";
      default -> outcome;
    };
  }
}
