package cn.sunshine.rules;

import cn.sunshine.rules.facts.Conclusions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.kie.api.runtime.StatelessKieSession;

/**
 * What the DRL of household rule sets says, remembered by what it was told. It is told neither the
 * income nor the number of members, only whether they are given, and of an asset only its kind, its
 * number, whether it is in the own county and its description; of the description, where the DRL is
 * seen to use it for nothing else, only which exempt words it contains. So most households of a
 * register are alike to it. Not shared between threads.
 *
 * @param <T> what the rule set keeps of the conclusions
 */
final class ComparisonMemory<T> {

  /** Far more than a register has; a stranger register is judged without remembering all of it. */
  private static final int MOST_REMEMBERED = 50_000;

  private static final int COUNTY_DIGITS = 6;

  private record Known(
      boolean members,
      boolean income,
      List<KnownAsset> assets,
      List<ScreenedHousehold.Doubt> doubts) {}

  private record KnownAsset(AssetItem item, boolean ownCounty, int count, String description) {}

  private final ComparisonRules rules;
  private final ValidParameters parameters;
  private final BiFunction<Household, Conclusions, T> summary;
  private final boolean onlyExemptWordsMatter;
  private final Map<AssetItem, List<String>> exemptWords = new EnumMap<>(AssetItem.class);
  private final Map<Known, T> remembered = new HashMap<>();
  private Optional<T> withoutAssets = Optional.empty();

  /**
   * @param summary what to keep of the conclusions about a household
   */
  ComparisonMemory(
      ComparisonRules rules,
      ValidParameters parameters,
      BiFunction<Household, Conclusions, T> summary) {
    this.rules = rules;
    this.parameters = parameters;
    this.summary = summary;
    this.onlyExemptWordsMatter = DescriptionUse.isOnlyForExemptWords(rules.drl());
    for (AssetItem item : AssetItem.values()) {
      exemptWords.put(
          item,
          parameters
              .find(HouseholdRuleFacts.exemptWordsOf(item.code()), Unit.WORDS)
              .map(Parameter::words)
              .orElse(List.of()));
    }
  }

  /** What the rules say about the household's comparison, the raised doubts and what is missing. */
  T of(ScreenedHousehold household) {
    boolean given = household.members().isPresent() && household.yearlyIncome().isPresent();
    if (given && household.assets().isEmpty() && household.doubts().isEmpty()) {
      if (withoutAssets.isEmpty()) {
        withoutAssets = Optional.of(judge(household));
      }
      return withoutAssets.get();
    }
    Known known =
        new Known(
            household.members().isPresent(),
            household.yearlyIncome().isPresent(),
            known(household.assets(), household.county()),
            household.doubts());
    T before = remembered.get(known);
    if (before != null) {
      return before;
    }
    T now = judge(household);
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(known, now);
    }
    return now;
  }

  /** Written as a loop: this is done for each household that has anything. */
  private List<KnownAsset> known(List<ScreenedHousehold.Asset> assets, String county) {
    if (assets.size() == 1) {
      return List.of(known(assets.getFirst(), county));
    }
    List<KnownAsset> known = new ArrayList<>(assets.size());
    for (ScreenedHousehold.Asset asset : assets) {
      known.add(known(asset, county));
    }
    return known;
  }

  private KnownAsset known(ScreenedHousehold.Asset asset, String county) {
    return new KnownAsset(
        asset.item(),
        asset.region().startsWith(county),
        asset.count(),
        onlyExemptWordsMatter ? exemptWordsIn(asset) : asset.description());
  }

  /** No word contains a comma, so that the words found are the same in what this answers. */
  private String exemptWordsIn(ScreenedHousehold.Asset asset) {
    List<String> words = exemptWords.get(asset.item());
    if (words.isEmpty()) {
      return "";
    }
    if (words.size() == 1) {
      return asset.description().contains(words.getFirst()) ? words.getFirst() : "";
    }
    return String.join(",", words.stream().filter(asset.description()::contains).toList());
  }

  private T judge(ScreenedHousehold household) {
    Household read = HouseholdFacts.read(household.facts());
    Conclusions conclusions = new Conclusions();
    StatelessKieSession session = rules.compiled().newStatelessKieSession();
    session.setGlobal("conclusions", conclusions);
    session.execute(HouseholdRuleFacts.of(read, parameters, rules.thresholds()));
    return summary.apply(read, conclusions);
  }

  /**
   * Whether the numbers that are not part of what is remembered are what the interface allows.
   *
   * @throws InvalidFacts when they are not
   */
  static void requireValid(ScreenedHousehold household) {
    OptionalInt members = household.members();
    OptionalLong income = household.yearlyIncome();
    boolean valid =
        (members.isEmpty()
                || members.getAsInt() >= 1 && members.getAsInt() <= HouseholdFacts.MOST_MEMBERS)
            && (income.isEmpty() || income.getAsLong() >= 0 && income.getAsLong() <= MOST_FEN)
            && household.county().length() == COUNTY_DIGITS;
    if (!valid) {
      // Says what is wrong.
      HouseholdFacts.read(household.facts());
    }
  }

  private static final long MOST_FEN =
      HouseholdFacts.MOST_INCOME.multiply(BigDecimal.valueOf(100)).longValueExact();
}
