package cn.sunshine.household;

/** A household has been entered in the register. */
public record HouseholdRegistered(String number, String caseId, String region) {}
