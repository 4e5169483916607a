package cn.sunshine.household;

import java.time.LocalDate;

/** A household has left the register; told in the same transaction. */
public record HouseholdExited(String number, String caseId, String region, LocalDate keptUntil) {}
