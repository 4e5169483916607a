package cn.sunshine.account;

import jakarta.persistence.Embeddable;

/**
 * A role held at a region.
 *
 * @param region the region's code; empty for {@link Role#ADMIN}, who is bound to none
 */
@Embeddable
public record Grant(Role role, String region) {

  /** Whether a region is this grant's region or lies in it. */
  public boolean covers(String otherRegion) {
    return otherRegion.startsWith(region);
  }
}
