package cn.sunshine.rules;

import cn.sunshine.rules.Household.Asset;
import cn.sunshine.rules.Household.Doubt;
import cn.sunshine.rules.facts.AssetRecord;
import cn.sunshine.rules.facts.ComparedItem;
import cn.sunshine.rules.facts.ExemptWord;
import cn.sunshine.rules.facts.FreeNumber;
import cn.sunshine.rules.facts.Given;
import cn.sunshine.rules.facts.RaisedDoubt;
import cn.sunshine.rules.facts.RaisedDoubt.Verdict;
import cn.sunshine.rules.facts.Stage;
import cn.sunshine.rules.facts.ValidParameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a household and the day's parameters into what the DRL of {@code household-eligibility}
 * sees.
 */
final class HouseholdRuleFacts {
  static final String COMPARED_ITEMS = "comparison.items";
  private final List<Object> facts = new ArrayList<>();
  private final AssetThresholds thresholds;

  private HouseholdRuleFacts(AssetThresholds thresholds) {
    this.thresholds = thresholds;
  }

  static List<Object> of(
      Household household, ValidParameters parameters, AssetThresholds thresholds) {
    HouseholdRuleFacts rules = new HouseholdRuleFacts(thresholds);
    rules.facts.add(new Stage(household.comparisonExpected()));
    household.members().ifPresent(given -> rules.facts.add(new Given("members")));
    household.yearlyIncome().ifPresent(given -> rules.facts.add(new Given("yearlyIncome")));
    HouseholdEligibility.incomeLine(parameters)
        .ifPresent(line -> rules.facts.add(new ValidParameter(HouseholdEligibility.INCOME_LINE)));
    household.assets().ifPresent(assets -> rules.addComparison(household, assets, parameters));
    rules.addDoubts(household.doubts());
    return rules.facts;
  }

  private void addComparison(Household household, List<Asset> assets, ValidParameters parameters) {
    facts.add(new Given("assets"));
    parameters
        .find(COMPARED_ITEMS, Unit.ITEMS)
        .ifPresent(
            items -> {
              facts.add(new ValidParameter(COMPARED_ITEMS));
              items.words().stream().distinct().forEach(item -> addComparedItem(item, parameters));
            });
    for (int i = 0; i < assets.size(); i++) {
      Asset asset = assets.get(i);
      facts.add(
          new AssetRecord(
              i,
              asset.item().code(),
              household.isInOwnCounty(asset),
              asset.count(),
              asset.description()));
    }
  }

  private void addComparedItem(String item, ValidParameters parameters) {
    facts.add(new ComparedItem(item));
    thresholds.freeNumber(item).ifPresent(free -> facts.add(new FreeNumber(item, free)));
    parameters.find(exemptWordsOf(item), Unit.WORDS).stream()
        .flatMap(words -> words.words().stream())
        .forEach(word -> facts.add(new ExemptWord(item, word)));
  }

  /** The parameter with the words that exempt records of this kind. */
  static String exemptWordsOf(String item) {
    return "comparison." + item + ".exempt";
  }

  private void addDoubts(List<Doubt> doubts) {
    for (int i = 0; i < doubts.size(); i++) {
      facts.add(new RaisedDoubt(i, verdict(doubts.get(i))));
    }
  }

  private static Verdict verdict(Doubt doubt) {
    return doubt
        .upheld()
        .map(upheld -> upheld ? Verdict.UPHELD : Verdict.DISMISSED)
        .orElse(Verdict.OPEN);
  }
}
