package cn.sunshine.supervision;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import java.util.List;

/**
 * Who supervises where: townships, counties and cities their own region, and there the offices that
 * watch over others. Nobody else, and not the administrator, who sees no cases (NT-4).
 */
final class SupervisionAccess {

  private static final Role[] SUPERVISORS = {
    Role.TOWNSHIP_OFFICE,
    Role.COUNTY_OFFICE,
    Role.FINANCE,
    Role.DEPARTMENT,
    Role.OFFICE,
    Role.DISCIPLINE,
    Role.AUDIT
  };

  private SupervisionAccess() {}

  /** The regions that the actor supervises, the widest first. */
  static List<String> regions(Actor actor) {
    List<String> held =
        actor.grantsOf(SUPERVISORS).stream().map(Grant::region).distinct().sorted().toList();
    return held.stream()
        .filter(
            region ->
                held.stream().noneMatch(wide -> !wide.equals(region) && region.startsWith(wide)))
        .toList();
  }

  /**
   * @throws Refusal.Forbidden when the actor does not supervise this region
   */
  static void require(String region, Actor actor) {
    if (!actor.holdsOver(region, SUPERVISORS)) {
      throw new Refusal.Forbidden("这个地区不在您的督查范围内。");
    }
  }
}
