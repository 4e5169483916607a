package cn.sunshine.household;

import java.time.LocalDate;

/**
 * A household leaves the register (NT-10, JY-3, YC-1).
 *
 * @param caseId the exit case; the same case exits once
 * @param on the day of the exit
 * @param keptUntil the last day on which the policies are kept
 * @param reason what the village reported
 */
public record HouseholdExit(
    String number, String caseId, LocalDate on, LocalDate keptUntil, String reason) {}
