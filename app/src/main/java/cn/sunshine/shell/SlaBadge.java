package cn.sunshine.shell;

/** How much time is left for a step, in working days: the traffic light of lists and headers. */
public final class SlaBadge extends StateBadge {

  private SlaBadge(Tone tone, String words) {
    super(tone, words);
  }

  /** “● 还剩 4 个工作日”: there is time. */
  public static SlaBadge onTrack(int workingDaysLeft) {
    return new SlaBadge(Tone.GOOD, left(workingDaysLeft));
  }

  /** “◐ 还剩 1 个工作日”, or “◐ 今天 24:00 到期” when no working day is left after today. */
  public static SlaBadge dueSoon(int workingDaysLeft) {
    return new SlaBadge(Tone.WARNING, workingDaysLeft > 0 ? left(workingDaysLeft) : "今天 24:00 到期");
  }

  /** “▲ 逾期 2 个工作日”, or “▲ 已逾期” while the first working day of delay is not over. */
  public static SlaBadge overdue(int workingDaysLate) {
    return new SlaBadge(Tone.BAD, workingDaysLate > 0 ? "逾期 " + workingDaysLate + " 个工作日" : "已逾期");
  }

  /** “‖ 已暂停（待补正）”: the clock stands, and why. */
  public static SlaBadge paused(String why) {
    return new SlaBadge(Tone.STOPPED, "已暂停（" + why + "）");
  }

  /** “○ 不限时”: the step has no term. */
  public static SlaBadge withoutTerm() {
    return new SlaBadge(Tone.PLAIN, "不限时");
  }

  private static String left(int workingDays) {
    return "还剩 " + workingDays + " 个工作日";
  }
}
