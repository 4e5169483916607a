package cn.sunshine.account;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Who acts: a logged-in person with the roles held, or the system itself. */
public record Actor(String username, String displayName, Set<Grant> grants) {

  /** The system acting by itself: workers, timers, migrations. Holds no role. */
  public static final Actor SYSTEM = new Actor("system", "系统", Set.of());

  /**
   * Anyone, without an account: who files a complaint. Holds no role, and no account has this name.
   */
  public static final Actor PUBLIC = new Actor("public", "群众", Set.of());

  public Actor {
    grants = Set.copyOf(grants);
  }

  public boolean holds(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }

  /** Whether the role is held at exactly this region: who may act in an office's name. */
  public boolean holdsAt(Role role, String region) {
    return grants.contains(new Grant(role, region));
  }

  /** Whether one of the roles is held at this region or above it: who may look into it. */
  public boolean holdsOver(String region, Role... roles) {
    return grantsOf(roles).stream().anyMatch(grant -> grant.covers(region));
  }

  public List<Grant> grantsOf(Role... roles) {
    List<Role> wanted = Arrays.asList(roles);
    return grants.stream().filter(grant -> wanted.contains(grant.role())).toList();
  }
}
