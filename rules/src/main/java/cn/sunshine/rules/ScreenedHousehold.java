package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of a household when a whole register is judged; no names, no ID numbers.
 *
 * @param members the head included
 * @param yearlyIncome of the whole household, in fen
 * @param county code of the county that it lives in, six digits
 * @param assets what the comparison found, in the order that the rules are to see
 * @param doubts that were raised about it, with what came of them
 */
public record ScreenedHousehold(
    OptionalInt members,
    OptionalLong yearlyIncome,
    String county,
    List<Asset> assets,
    List<Doubt> doubts) {

  /** One asset, as a record of the comparison says. */
  public record Asset(AssetItem item, String region, int count, String description) {}

  /**
   * A doubt that was investigated.
   *
   * @param verdict what the investigation found
   */
  public record Doubt(AssetItem item, Verdict verdict) {

    /** What an investigation found. */
    public enum Verdict {
      UPHELD,
      DISMISSED
    }
  }

  public ScreenedHousehold {
    assets = List.copyOf(assets);
    doubts = List.copyOf(doubts);
  }

  /** The same as facts for {@link RuleVersion#evaluate}. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    members.ifPresent(number -> facts.put("members", number));
    yearlyIncome.ifPresent(
        fen -> facts.put("yearlyIncome", BigDecimal.valueOf(fen, Arithmetic.SCALE)));
    facts.put("county", county);
    facts.put(
        "assets",
        assets.stream()
            .map(
                asset ->
                    Map.<String, Object>of(
                        "item", asset.item().code(),
                        "region", asset.region(),
                        "count", asset.count(),
                        "description", asset.description()))
            .toList());
    List<Map<String, Object>> raised = new ArrayList<>();
    for (Doubt doubt : doubts) {
      raised.add(
          Map.of(
              "id", Integer.toString(raised.size()),
              "item", doubt.item().code(),
              "upheld", doubt.verdict() == Doubt.Verdict.UPHELD));
    }
    facts.put("doubts", raised);
    return facts;
  }
}
