package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the register as the chains need it that work on registered households; unmasked, so
 * it must not leave them.
 *
 * @param idNumbers the head's first
 * @param persons how many persons, the head included
 * @param yearlyIncome of the household, in yuan, as last reported
 * @param admissionCase the case that the household was admitted by; of an entry on paper an id that
 *     is no case
 * @param exitCase the case that the household has left by
 * @param keptUntil the last day on which an exited household keeps the policies (YC-1, WJ-4.4)
 */
public record RegisteredHousehold(
    String number,
    String region,
    String headName,
    List<IdNumber> idNumbers,
    int persons,
    BigDecimal yearlyIncome,
    List<Cause> causes,
    String phone,
    String address,
    HouseholdStatus status,
    LocalDate admittedOn,
    String admissionCase,
    Optional<String> exitCase,
    Optional<LocalDate> keptUntil) {

  public boolean isActive() {
    return status == HouseholdStatus.ACTIVE;
  }
}
