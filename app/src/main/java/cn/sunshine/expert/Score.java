package cn.sunshine.expert;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What one expert scored.
 *
 * @param scores points by criterion, 0 to 25 each
 * @param total their sum, 0 to 100
 */
public record Score(
    String expert, String name, Map<String, Object> scores, BigDecimal total, String opinion) {}
