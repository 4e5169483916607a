package cn.sunshine.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.rules.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values are typed in the words that the list of parameters shows. */
class UnitsTest {

  @ParameterizedTest
  @ValueSource(strings = {"车辆、住房", "车辆， 住房", "vehicle,housing", " vehicle、住房 "})
  void kindsOfAssetsAreNamedInWordsOrByTheirCodes(String typed) {
    assertThat(Units.kept(Unit.ITEMS, typed)).isEqualTo("vehicle,housing");
  }

  @Test
  void whatIsKeptIsShownInWordsAndMeansTheSameAgain() {
    String words = Units.typed(Unit.ITEMS, "vehicle,farm-machinery");

    assertThat(words).isEqualTo("车辆、大型农机具");
    assertThat(Units.kept(Unit.ITEMS, words)).isEqualTo("vehicle,farm-machinery");
  }

  @Test
  void officesAreNamedInWordsAndMustBeOnesThatThereAre() {
    String kept = Units.kept(Unit.OFFICES, "市业务部门、市财政");

    assertThat(kept).isEqualTo("department@city,finance@city");
    assertThat(Units.typed(Unit.OFFICES, kept)).isEqualTo("市业务部门、市财政");
    assertThat(Units.accepts(Unit.OFFICES, kept)).isTrue();
    for (String wrong : List.of("finance@moon", "市财政", "finance@city,finance@city", "x@city")) {
      assertThat(Units.accepts(Unit.OFFICES, wrong)).as(wrong).isFalse();
    }
  }

  @Test
  void aWordThatIsNoKindOfAssetIsRefused() {
    assertThat(Unit.ITEMS.accepts(Units.kept(Unit.ITEMS, "车辆、自行车"))).isFalse();
  }
}
