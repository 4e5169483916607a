package cn.sunshine.exit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a village reports a household out with.
 *
 * @param yearlyIncome of the household, in yuan, over the last twelve months
 * @param reason why it leaves, as people will read it in the register
 * @param householdSigns how the household signs where five parties sign; empty when not said
 */
record ExitReport(
    String householdNumber,
    BigDecimal yearlyIncome,
    String reason,
    Optional<String> householdSigns) {

  /** Reads data that the form has accepted. */
  static ExitReport of(Map<String, Object> data) {
    return new ExitReport(
        data.get("householdNumber").toString().strip(),
        new BigDecimal(data.get("yearlyIncome").toString()),
        data.get("reason").toString(),
        Optional.ofNullable(data.get("householdSigns"))
            .map(Object::toString)
            .filter(way -> !way.isEmpty()));
  }
}
