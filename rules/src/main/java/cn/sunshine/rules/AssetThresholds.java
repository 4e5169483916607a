package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many assets of each kind raise no doubt (NT-9, JY-1, YC-1), as the pack's table says. The
 * table is asked once for each kind when a version is compiled: nothing else of a household counts.
 */
final class AssetThresholds {
  private static final String NAME = "asset-thresholds";

  private final Map<AssetItem, Integer> free = new EnumMap<>(AssetItem.class);

  private AssetThresholds() {}

  /**
   * Asks the table.
   *
   * @throws InvalidPack when the pack has none or it does not compile
   */
  static AssetThresholds compile(RuleModels models) {
    DecisionModel table = DecisionModel.compile(models.pack(), models.require(NAME + ".dmn"));
    AssetThresholds thresholds = new AssetThresholds();
    for (AssetItem item : AssetItem.values()) {
      if (table.evaluate(Map.of("item", item.code())).values().get("outcome")
              instanceof BigDecimal number
          && isCount(number)) {
        thresholds.free.put(item, number.intValueExact());
      }
    }
    return thresholds;
  }

  private static boolean isCount(BigDecimal number) {
    return number.signum() >= 0
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }

  /** The free number of a kind; empty when the table does not give one. */
  Optional<Integer> freeNumber(String item) {
    return AssetItem.of(item).flatMap(known -> Optional.ofNullable(free.get(known)));
  }

  /** What is missing when the table gives no number for a kind. */
  static Optional<String> missing(String what) {
    return Optional.of(what)
        .filter(name -> name.startsWith(NAME + "."))
        .flatMap(name -> AssetItem.of(name.substring(NAME.length() + 1)))
        .map(item -> "决策表“资产免核数量”没有" + item.label() + "的免核数量");
  }
}
