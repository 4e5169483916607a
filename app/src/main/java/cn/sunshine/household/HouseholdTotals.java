package cn.sunshine.household;

/**
 * What a filter selects, summed up.
 *
 * @param kept exited households that still keep the policies
 */
public record HouseholdTotals(long households, long persons, long active, long exited, long kept) {}
