package cn.sunshine.workflow;

import cn.sunshine.processes.ModelMove;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says against a move, in words for people. */
final class EngineRefusal {

  private static final Pattern ELEMENT = Pattern.compile("element with id '([^']*)'");

  private EngineRefusal() {}

  /**
   * @param refusal in the engine's words
   * @param move knows the names of the elements
   */
  static String words(String refusal, ModelMove move) {
    Matcher matcher = ELEMENT.matcher(refusal);
    String element = matcher.find() ? "“" + move.nameOf(matcher.group(1)) + "”" : "这个环节";
    if (refusal.contains("event subprocess")) {
      return refusal.contains("target process")
          ? "新版流程里有事件子流程，流程引擎（8.5）不能移到这样的流程。"
          : "原来的流程里有事件子流程，流程引擎（8.5）不能移动这样的流程。";
    } else if (refusal.contains("boundary event")) {
      return element + "上挂着期限定时器，流程引擎（8.5）不能移动正在这样的环节的案件。";
    } else if (refusal.contains("no mapping instruction")) {
      return "新版流程里没有" + element + "这个环节，或者它变成了另一种。";
    } else if (refusal.contains("unsupported type")) {
      return "案件停在" + element + "，流程引擎（8.5）只能移动办理环节、系统办理、子流程和调用流程。";
    } else if (refusal.contains("flow scope")) {
      return element + "在新版里移进或移出了子流程，流程引擎（8.5）不能移动。";
    } else if (refusal.contains("concurrent command")) {
      return "案件这时正在办理，请稍后再试。";
    } else if (refusal.contains("no process instance found")) {
      return "流程引擎里已经没有这个案件在办。";
    }
    return "流程引擎不同意：" + refusal;
  }
}
