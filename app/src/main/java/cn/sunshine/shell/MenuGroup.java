package cn.sunshine.shell;

import java.util.Arrays;

/**
 * The groups of the navigation. A screen chooses its group by the {@code order} of its
 * {@code @Menu}: {@code @Menu(title = "低收入户", order = MenuGroup.REGISTERS_FROM + 1)}.
 */
public enum MenuGroup {
  WORK("", MenuGroup.WORK_FROM),
  REGISTERS("登记库", MenuGroup.REGISTERS_FROM),
  SUPERVISION("监督", MenuGroup.SUPERVISION_FROM),
  POLICY("政策", MenuGroup.POLICY_FROM),
  ADMINISTRATION("管理", MenuGroup.ADMINISTRATION_FROM);

  public static final double WORK_FROM = 0;
  public static final double REGISTERS_FROM = 100;
  public static final double SUPERVISION_FROM = 200;
  public static final double POLICY_FROM = 300;
  public static final double ADMINISTRATION_FROM = 400;

  private static final double LENGTH = 100;

  private final String chinese;
  private final double from;

  MenuGroup(String chinese, double from) {
    this.chinese = chinese;
    this.from = from;
  }

  String chinese() {
    return chinese;
  }

  static MenuGroup of(double order) {
    return Arrays.stream(values())
        .filter(group -> order >= group.from && order < group.from + LENGTH)
        .findFirst()
        .orElse(WORK);
  }
}
