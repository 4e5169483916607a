package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a person sees of the register: who decides sees everything in the own subtree, who helps,
 * pays or inspects sees it masked, the others see nothing (NT-4).
 */
final class Sight {

  private static final Role[] DECIDING = {
    Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE, Role.COMPARISON
  };
  private static final Role[] INFORMED = {
    Role.GROUP,
    Role.HELPER,
    Role.TOWNSHIP_FINANCE,
    Role.FINANCE,
    Role.DEPARTMENT,
    Role.OFFICE,
    Role.DISCIPLINE,
    Role.AUDIT
  };

  private final List<Grant> deciding;
  private final List<Grant> informed;

  private Sight(Actor actor) {
    this.deciding = actor.grantsOf(DECIDING);
    this.informed = actor.grantsOf(INFORMED);
  }

  /**
   * @throws Refusal.Forbidden when no role of the actor's sees the register
   */
  static Sight of(Actor actor) {
    Sight sight = new Sight(actor);
    if (sight.regions().isEmpty()) {
      throw new Refusal.Forbidden(
          actor.holds(Role.FARMER) ? "农户不能查看低收入户名册；本户的办理情况请在“我的申请”中查看。" : "您的角色不能查看低收入户名册。");
    }
    return sight;
  }

  /** Whether the actor sees anything of the register. */
  static boolean isGranted(Actor actor) {
    return !new Sight(actor).regions().isEmpty();
  }

  /** The regions whose subtrees are seen, in full or masked. */
  List<String> regions() {
    return Stream.concat(deciding.stream(), informed.stream())
        .map(Grant::region)
        .distinct()
        .toList();
  }

  boolean covers(String region) {
    return Stream.concat(deciding.stream(), informed.stream())
        .anyMatch(grant -> grant.covers(region));
  }

  /** An ID number of a household in the region, in full or masked. */
  String idNumber(IdNumber number, String region) {
    return decidesIn(region) ? number.value() : number.masked();
  }

  /** A phone number of a household in the region, in full or masked: 138****1234. */
  String phone(String phone, String region) {
    if (decidesIn(region) || phone.isEmpty()) {
      return phone;
    }
    return phone.length() < 8
        ? "****"
        : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
  }

  private boolean decidesIn(String region) {
    return deciding.stream().anyMatch(grant -> grant.covers(region));
  }
}
