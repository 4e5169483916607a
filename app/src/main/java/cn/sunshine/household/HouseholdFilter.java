package cn.sunshine.household;

import java.util.Optional;

/**
 * Which households are wanted.
 *
 * @param region the code of a region whose subtree is meant
 * @param policies only exited households, by whether they still keep the policies
 * @param q part of a name, the exact ID number of a person, or the beginning of a household number
 */
public record HouseholdFilter(
    Optional<String> region,
    Optional<String> q,
    Optional<HouseholdStatus> status,
    Optional<Cause> cause,
    Optional<KeptPolicies> policies) {

  public static final HouseholdFilter ALL =
      new HouseholdFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public HouseholdFilter(
      Optional<String> region,
      Optional<String> q,
      Optional<HouseholdStatus> status,
      Optional<Cause> cause) {
    this(region, q, status, cause, Optional.empty());
  }

  public HouseholdFilter {
    region = region.map(String::strip).filter(text -> !text.isEmpty());
    q = q.map(String::strip).filter(text -> !text.isEmpty());
  }
}
