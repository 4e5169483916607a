package cn.sunshine.project;

import java.math.BigDecimal;

/**
 * A registered household that a project pays to (JY-7).
 *
 * @param amount in yuan, the most that goes to it
 */
record Beneficiary(String householdNumber, BigDecimal amount) {}
