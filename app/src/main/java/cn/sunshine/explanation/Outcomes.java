package cn.sunshine.explanation;

import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;

/** Outcomes of rule sets as people read them. */
final class Outcomes {

  private Outcomes() {}

  static StateBadge badge(String outcome) {
    return switch (outcome) {
      case "ELIGIBLE" -> new StateBadge(Tone.GOOD, "符合条件");
      case "INELIGIBLE" -> new StateBadge(Tone.BAD, "不符合条件");
      case "DOUBTS" -> new StateBadge(Tone.WARNING, "有存疑，待核实");
      case "CANNOT_DECIDE" -> new StateBadge(Tone.STOPPED, "无法认定");
      case "KEEP" -> new StateBadge(Tone.GOOD, "建议保留");
      case "EXIT" -> new StateBadge(Tone.WARNING, "建议退出");
      case "ADJUST" -> new StateBadge(Tone.WARNING, "建议调整");
      case "SERIOUS" -> new StateBadge(Tone.BAD, "严重线索");
      case "URGENT" -> new StateBadge(Tone.WARNING, "紧急");
      case "ORDINARY" -> new StateBadge(Tone.PLAIN, "一般");
      default -> new StateBadge(Tone.PLAIN, outcome);
    };
  }
}
