package cn.sunshine.bench;

import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import cn.sunshine.rules.ScreenedHousehold.Doubt;
import java.util.EnumMap;
import java.util.Map;

/**
 * The eligibility of Nantong (NT-8, NT-9) as a programmer would write it for these parameters and
 * nothing else: what a trial run is measured against.
 *
 * @param lineFen the yearly income per person up to which a household is poor
 * @param free how many assets of each compared kind raise no doubt
 * @param exempt social security whose description contains this is not counted
 */
record HandWrittenTable(long lineFen, Map<AssetItem, Integer> free, String exempt) {

  HandWrittenTable {
    free = new EnumMap<>(free);
  }

  String outcome(ScreenedHousehold household) {
    if (household.members().isEmpty() || household.yearlyIncome().isEmpty()) {
      return "CANNOT_DECIDE";
    }
    if (household.yearlyIncome().getAsLong() > lineFen * household.members().getAsInt()) {
      return "INELIGIBLE";
    }
    if (household.assets().isEmpty() && household.doubts().isEmpty()) {
      return "ELIGIBLE";
    }
    int[] doubtful = new int[AssetItem.values().length];
    for (Asset asset : household.assets()) {
      boolean counts =
          free.containsKey(asset.item())
              && !(asset.item() == AssetItem.SOCIAL_SECURITY
                  && asset.description().contains(exempt));
      if (counts) {
        doubtful[asset.item().ordinal()] += asset.count();
      }
    }
    for (Map.Entry<AssetItem, Integer> entry : free.entrySet()) {
      doubtful[entry.getKey().ordinal()] -= entry.getValue();
    }
    for (Doubt doubt : household.doubts()) {
      if (doubt.verdict() == Doubt.Verdict.UPHELD) {
        return "INELIGIBLE";
      }
      doubtful[doubt.item().ordinal()]--;
    }
    for (int number : doubtful) {
      if (number > 0) {
        return "DOUBTS";
      }
    }
    return "ELIGIBLE";
  }
}
