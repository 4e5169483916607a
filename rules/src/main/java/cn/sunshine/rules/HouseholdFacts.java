package cn.sunshine.rules;

import cn.sunshine.rules.Household.Asset;
import cn.sunshine.rules.Household.Doubt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the untrusted facts of {@code household-eligibility}. */
final class HouseholdFacts {
  static final int MOST_MEMBERS = 100;
  private static final int MOST_ASSETS = 500;
  private static final int MOST_OF_A_KIND = 1000;
  private static final int MOST_DOUBTS = 1000;
  static final BigDecimal MOST_INCOME = new BigDecimal("1000000000000");
  private static final int COUNTY_DIGITS = 6;
  private static final String ITEMS =
      Arrays.stream(AssetItem.values())
          .map(item -> "%s（%s）".formatted(item.code(), item.label()))
          .collect(Collectors.joining("、"));
  private static final Set<String> STAGES = Set.of("application", "comparison", "final");

  private final FactReader reader = new FactReader();

  private HouseholdFacts() {}

  /**
   * The facts as a household.
   *
   * @throws InvalidFacts when they are not what the interface allows
   */
  static Household read(Map<String, Object> facts) {
    HouseholdFacts reading = new HouseholdFacts();
    Household household = reading.household(facts);
    reading.reader.throwIfInvalid();
    return household;
  }

  private Household household(Map<String, Object> facts) {
    Optional<List<Asset>> assets = reader.objects(facts, "assets", MOST_ASSETS).map(this::assets);
    return new Household(
        reader.wholeNumber(facts, "members", "members", 1, MOST_MEMBERS),
        reader.decimal(facts, "yearlyIncome", "yearlyIncome", BigDecimal.ZERO, MOST_INCOME),
        county(facts),
        assets,
        doubts(reader.objects(facts, "doubts", MOST_DOUBTS).orElse(List.of())),
        !stage(facts).equals("application"));
  }

  private Optional<String> county(Map<String, Object> facts) {
    return reader
        .region(facts, "county", "county")
        .filter(
            code -> {
              boolean longEnough = code.length() >= COUNTY_DIGITS;
              if (!longEnough) {
                reader.error("county", "应为县(市)区代码");
              }
              return longEnough;
            })
        .map(code -> code.substring(0, COUNTY_DIGITS));
  }

  private String stage(Map<String, Object> facts) {
    String stage = reader.text(facts, "stage", "stage", 20).orElse("final");
    if (!STAGES.contains(stage)) {
      reader.error("stage", "应为 application、comparison 或 final");
    }
    return stage;
  }

  private List<Asset> assets(List<Map<?, ?>> objects) {
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      asset(objects.get(i), "assets[%d]".formatted(i)).ifPresent(assets::add);
    }
    if (assets.stream().mapToInt(Asset::count).sum() > MOST_OF_A_KIND) {
      reader.error("assets", "件数合计最多 %d".formatted(MOST_OF_A_KIND));
    }
    return assets;
  }

  private Optional<Asset> asset(Map<?, ?> map, String path) {
    Optional<String> region = reader.region(map, "region", path + ".region");
    // A record that does not say how many it stands for stands for one.
    int count = reader.wholeNumber(map, "count", path + ".count", 0, MOST_OF_A_KIND).orElse(1);
    String description = reader.text(map, "description", path + ".description", 500).orElse("");
    Optional<String> recordId = reader.text(map, "recordId", path + ".recordId", 100);
    return item(map, path).map(item -> new Asset(item, region, count, description, recordId));
  }

  private List<Doubt> doubts(List<Map<?, ?>> objects) {
    List<Doubt> doubts = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < objects.size(); i++) {
      Map<?, ?> map = objects.get(i);
      String path = "doubts[%d]".formatted(i);
      Optional<String> id = reader.text(map, "id", path + ".id", 100);
      if (id.isEmpty()) {
        reader.error(path + ".id", "必填，应为文字");
      } else if (!ids.add(id.get())) {
        reader.error(path + ".id", "与前面的存疑事项重复");
      }
      Optional<String> recordId = reader.text(map, "recordId", path + ".recordId", 100);
      Optional<Boolean> upheld = reader.truth(map, "upheld", path + ".upheld");
      item(map, path).ifPresent(item -> doubts.add(new Doubt(item, recordId, upheld)));
    }
    return doubts;
  }

  private Optional<AssetItem> item(Map<?, ?> map, String path) {
    Optional<AssetItem> item = reader.text(map, "item", path + ".item", 50).flatMap(AssetItem::of);
    if (item.isEmpty()) {
      reader.error(path + ".item", "不认识的资产类别；可用：" + ITEMS);
    }
    return item;
  }
}
