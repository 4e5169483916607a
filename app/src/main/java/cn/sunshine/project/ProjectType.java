package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of project, each with its own process (NT-12, NT-13, JY-7, JY-8). */
public enum ProjectType {
  PROVINCIAL("provincial-village-project", "省定经济薄弱村项目"),
  MUNICIPAL("municipal-village-project", "市定经济薄弱村项目"),
  POOLED("pooled-project", "统筹带动增收项目"),
  DIRECT("direct-household-project", "直接到户项目") {
    @Override
    String form() {
      return "direct-household-application";
    }
  },
  INVESTMENT("village-investment", "村集体投资项目");

  static final String COMMON_FORM = "project-application";

  private final String process;
  private final String title;

  ProjectType(String process, String title) {
    this.process = process;
    this.title = title;
  }

  /** The plain process id. */
  public String process() {
    return process;
  }

  public String title() {
    return title;
  }

  /** The form that a project of this kind is put forward with. */
  String form() {
    return COMMON_FORM;
  }

  static Optional<ProjectType> ofProcess(String process) {
    return Arrays.stream(values()).filter(type -> type.process.equals(process)).findFirst();
  }

  /** Who may put a project forward: the village, its town and county; farmers their own. */
  boolean mayApply(Actor actor, String village) {
    return this == DIRECT && actor.holdsAt(Role.FARMER, village)
        || actor.holdsAt(Role.VILLAGE_COMMITTEE, village)
        || actor.holdsOver(village, Role.TOWNSHIP_OFFICE)
        || actor.holdsOver(village, Role.COUNTY_OFFICE);
  }
}
