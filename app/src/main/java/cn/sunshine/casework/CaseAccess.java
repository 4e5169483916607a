package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import java.util.List;
import java.util.Set;

/**
 * Who may see cases, and how much of them. A person sees the subtree of the region, by role: those
 * who work on cases see them whole, those who supervise see them with identities masked, farmers
 * see what they applied for themselves, and who makes policy or keeps accounts sees none (NT-2,
 * NT-4). Beside them an office that has a task in a case sees that one, identities masked.
 */
final class CaseAccess {

  private static final Role[] DECIDING = {
    Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE, Role.COMPARISON
  };
  private static final Role[] WORKING = {
    Role.GROUP, Role.VILLAGE_COMMITTEE, Role.TOWNSHIP_OFFICE, Role.COUNTY_OFFICE, Role.COMPARISON
  };
  private static final Role[] SUPERVISING = {
    Role.OFFICE, Role.DISCIPLINE, Role.AUDIT, Role.DEPARTMENT, Role.FINANCE
  };

  private CaseAccess() {}

  static boolean maySee(Actor actor, CaseFile file) {
    return actor.username().equals(file.applicant())
        || actor.holdsOver(file.region(), WORKING)
        || actor.holdsOver(file.region(), SUPERVISING);
  }

  /** The same for a kind of case that only some roles look into. */
  static boolean isInCircle(Actor actor, CaseFile file, Set<Role> circle) {
    return actor.username().equals(file.applicant())
        || actor.holdsOver(file.region(), circle.toArray(Role[]::new));
  }

  /** Whether ID numbers and phones are shown in full. */
  static boolean seesIdentities(Actor actor, CaseFile file) {
    return actor.username().equals(file.applicant()) || actor.holdsOver(file.region(), DECIDING);
  }

  /** The regions whose cases the actor may look through; empty when only the own ones. */
  static List<String> regions(Actor actor) {
    return Set.copyOf(
            java.util.stream.Stream.concat(
                    actor.grantsOf(WORKING).stream(), actor.grantsOf(SUPERVISING).stream())
                .map(Grant::region)
                .toList())
        .stream()
        .sorted()
        .toList();
  }
}
