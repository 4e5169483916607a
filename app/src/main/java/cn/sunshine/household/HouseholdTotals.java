package cn.sunshine.household;

/** What a filter selects, summed up. */
public record HouseholdTotals(long households, long persons, long active, long exited) {}
