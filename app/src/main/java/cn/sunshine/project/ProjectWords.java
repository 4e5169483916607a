package cn.sunshine.project;

import cn.sunshine.shell.Tone;

/** Signs and words for the screens of projects. */
final class ProjectWords {

  private ProjectWords() {}

  static Tone tone(Project.Stage stage) {
    return switch (stage) {
      case COMPLETED -> Tone.GOOD;
      case REFUSED -> Tone.BAD;
      case WITHDRAWN -> Tone.STOPPED;
      default -> Tone.PLAIN;
    };
  }

  static Tone tone(Gates.State state) {
    return switch (state) {
      case PASSED -> Tone.GOOD;
      case CURRENT -> Tone.WARNING;
      case AHEAD -> Tone.PLAIN;
      case SKIPPED -> Tone.STOPPED;
    };
  }

  static String words(Gates.State state) {
    return switch (state) {
      case PASSED -> "已过";
      case CURRENT -> "正在办理";
      case AHEAD -> "未到";
      case SKIPPED -> "不需要";
    };
  }

  static String words(String changeState) {
    return switch (changeState) {
      case "APPROVED" -> "已同意";
      case "REJECTED" -> "未同意";
      default -> "待审批";
    };
  }
}
