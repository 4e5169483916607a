package cn.sunshine.household;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a review brings up to date in an entry of the register (NT-10, NT-26); what is empty stays.
 *
 * @param caseId the review; the same case adjusts once
 * @param yearlyIncome of the household, in yuan, over the last twelve months
 */
public record HouseholdAdjustment(
    String number,
    String caseId,
    BigDecimal yearlyIncome,
    Optional<Set<Cause>> causes,
    Optional<String> phone,
    Optional<String> address) {}
