package cn.sunshine.processes;

import java.util.List;

/**
 * Projects (NT-12, NT-13, JY-7, JY-8): the ids of their models that Java speaks of. The steps that
 * several kinds have in common lie in models that they call.
 */
public final class Projects {

  public static final String PROVINCIAL = "provincial-village-project";
  public static final String MUNICIPAL = "municipal-village-project";
  public static final String POOLED = "pooled-project";
  public static final String DIRECT = "direct-household-project";
  public static final String INVESTMENT = "village-investment";

  /** All kinds of project. */
  public static final List<String> ALL = List.of(PROVINCIAL, MUNICIPAL, POOLED, DIRECT, INVESTMENT);

  /** The applicant's own step after a return. */
  public static final String CORRECTION = "project-correction";

  private Projects() {}
}
