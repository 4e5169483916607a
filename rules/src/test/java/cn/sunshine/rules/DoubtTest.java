package cn.sunshine.rules;

import static cn.sunshine.rules.Eligibility.DOUBTS;
import static cn.sunshine.rules.Eligibility.ELIGIBLE;
import static cn.sunshine.rules.Eligibility.INELIGIBLE;
import static cn.sunshine.rules.Households.OWN_COUNTY;
import static cn.sunshine.rules.Households.asset;
import static cn.sunshine.rules.Households.decide;
import static cn.sunshine.rules.Households.outcome;
import static cn.sunshine.rules.Households.poorWith;
import static cn.sunshine.rules.Households.rules;
import static cn.sunshine.rules.Households.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** NT-9: doubts found are investigated before sign-off. */
class DoubtTest {
  private static final Optional<Boolean> OPEN = Optional.empty();
  private static final Optional<Boolean> UPHELD = Optional.of(true);
  private static final Optional<Boolean> DISMISSED = Optional.of(false);

  @Test
  void anUpheldDoubtMakesTheHouseholdIneligible() {
    Decision decision = decide(oneVehicle(doubt("vehicle", UPHELD)));

    assertThat(Eligibility.of(decision)).isEqualTo(INELIGIBLE);
    assertThat(rules(decision)).contains("income-within-line", "doubt-upheld");
    assertThat(decision.findings().getLast().message()).isEqualTo("存疑事项“车辆”经调查属实（NT-9）。");
  }

  @Test
  void aDismissedDoubtIsNoDoubtAnyMore() {
    Decision decision = decide(oneVehicle(doubt("vehicle", DISMISSED)));

    assertThat(Eligibility.of(decision)).isEqualTo(ELIGIBLE);
    assertThat(decision.newDoubts()).isEmpty();
    assertThat(rules(decision)).containsExactly("income-within-line", "doubt-dismissed");
  }

  @Test
  void aDoubtWithoutAVerdictIsOpen() {
    Decision decision = decide(oneVehicle(doubt("vehicle", OPEN)));

    assertThat(Eligibility.of(decision)).isEqualTo(DOUBTS);
    assertThat(decision.newDoubts()).as("raised already").isEmpty();
    assertThat(rules(decision)).contains("doubt-open");
  }

  @Test
  void oneUpheldDoubtAmongDismissedOnesIsEnough() {
    Map<String, Object> facts =
        with(
            poorWith(asset("vehicle", OWN_COUNTY, 3)),
            "doubts",
            numbered(
                doubt("vehicle", DISMISSED), doubt("vehicle", UPHELD), doubt("vehicle", OPEN)));

    assertThat(outcome(facts)).isEqualTo(INELIGIBLE);
  }

  @Test
  void aDoubtRaisedByHandCountsWithoutARecord() {
    assertThat(outcome(with(poorWith(), "doubts", numbered(doubt("deposit", UPHELD)))))
        .isEqualTo(INELIGIBLE);
    assertThat(outcome(with(poorWith(), "doubts", numbered(doubt("deposit", OPEN)))))
        .isEqualTo(DOUBTS);
  }

  @Test
  void whereDoubtsWereRaisedTheComparisonIsNotCalledClean() {
    Decision decision = decide(with(poorWith(), "doubts", numbered(doubt("vehicle", DISMISSED))));

    assertThat(Eligibility.of(decision)).isEqualTo(ELIGIBLE);
    assertThat(rules(decision)).containsExactly("income-within-line", "doubt-dismissed");
  }

  @Test
  void whatALaterComparisonFindsOnTopIsANewDoubt() {
    Map<String, Object> facts =
        with(
            poorWith(asset("vehicle", OWN_COUNTY, 2)),
            "doubts",
            numbered(doubt("vehicle", DISMISSED)));

    Decision decision = decide(facts);
    assertThat(Eligibility.of(decision)).isEqualTo(DOUBTS);
    assertThat(decision.newDoubts()).hasSize(1);
  }

  @Test
  void aDoubtOfOneKindDoesNotSettleAnother() {
    assertThat(outcome(oneVehicle(doubt("housing", DISMISSED)))).isEqualTo(DOUBTS);
  }

  @Test
  void aDoubtAboutOneRecordDoesNotSettleAnother() {
    Map<String, Object> record = with(asset("vehicle", OWN_COUNTY, 1), "recordId", "new");
    Map<String, Object> about = with(doubt("vehicle", DISMISSED), "recordId", "old");

    assertThat(outcome(with(poorWith(record), "doubts", numbered(about)))).isEqualTo(DOUBTS);
    assertThat(outcome(with(poorWith(record), "doubts", numbered(with(about, "recordId", "new")))))
        .isEqualTo(ELIGIBLE);
  }

  private static Map<String, Object> oneVehicle(Map<String, Object> doubt) {
    return with(poorWith(asset("vehicle", OWN_COUNTY, 1)), "doubts", numbered(doubt));
  }

  private static Map<String, Object> doubt(String item, Optional<Boolean> upheld) {
    Map<String, Object> doubt = new HashMap<>(Map.of("item", item));
    upheld.ifPresent(verdict -> doubt.put("upheld", verdict));
    return doubt;
  }

  @SafeVarargs
  private static List<Map<String, Object>> numbered(Map<String, Object>... doubts) {
    List<Map<String, Object>> numbered = new ArrayList<>();
    for (Map<String, Object> doubt : doubts) {
      numbered.add(with(doubt, "id", "doubt-" + numbered.size()));
    }
    return numbered;
  }
}
