package cn.sunshine.review;

import cn.sunshine.household.Cause;
import cn.sunshine.household.RegisteredHousehold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a village reports of a household now; what is empty has not changed.
 *
 * @param yearlyIncome of the household, in yuan, over the last twelve months
 */
record ReportedIncome(
    BigDecimal yearlyIncome,
    Optional<Set<Cause>> causes,
    Optional<String> phone,
    Optional<String> address) {

  /** Reads the data of a case after the report, or those of a report of exit. */
  static ReportedIncome of(Map<String, Object> data) {
    return new ReportedIncome(
        new BigDecimal(data.get("yearlyIncome").toString()),
        Optional.ofNullable(data.get("causes"))
            .map(codes -> (List<?>) codes)
            .filter(codes -> !codes.isEmpty())
            .map(ReportedIncome::causes),
        text(data, "phone"),
        text(data, "address"));
  }

  /** In how many points the report differs from the register. */
  int changesAgainst(RegisteredHousehold household) {
    return (yearlyIncome.compareTo(household.yearlyIncome()) == 0 ? 0 : 1)
        + (causes.filter(some -> !some.equals(Set.copyOf(household.causes()))).isPresent() ? 1 : 0)
        + (phone.filter(one -> !one.equals(household.phone())).isPresent() ? 1 : 0)
        + (address.filter(one -> !one.equals(household.address())).isPresent() ? 1 : 0);
  }

  private static Set<Cause> causes(List<?> codes) {
    return codes.stream()
        .flatMap(code -> Cause.ofCode(code.toString()).stream())
        .collect(Collectors.toSet());
  }

  private static Optional<String> text(Map<String, Object> data, String key) {
    return Optional.ofNullable(data.get(key))
        .map(value -> value.toString().strip())
        .filter(value -> !value.isEmpty());
  }
}
