package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The checked facts of {@code household-eligibility}.
 *
 * @param members the head included
 * @param yearlyIncome of the whole household over the last twelve months, in yuan, exact
 * @param county six digits
 * @param assets empty when no comparison result was given, which is not the same as one that found
 *     nothing
 * @param doubts raised so far
 * @param comparisonExpected false while the case has not come to its comparison yet
 */
record Household(
    Optional<Integer> members,
    Optional<BigDecimal> yearlyIncome,
    Optional<String> county,
    Optional<List<Asset>> assets,
    List<Doubt> doubts,
    boolean comparisonExpected) {

  /** One record of a comparison. */
  record Asset(
      AssetItem item,
      Optional<String> region,
      int count,
      String description,
      Optional<String> recordId) {}

  /** A doubt that was raised; without a verdict it is still open. */
  record Doubt(AssetItem item, Optional<String> recordId, Optional<Boolean> upheld) {
    boolean isUpheld() {
      return upheld.orElse(false);
    }

    boolean isOpen() {
      return upheld.isEmpty();
    }
  }

  List<Asset> foundAssets() {
    return assets.orElse(List.of());
  }

  boolean isInOwnCounty(Asset asset) {
    return county.isPresent()
        && asset.region().filter(region -> region.startsWith(county.get())).isPresent();
  }
}
