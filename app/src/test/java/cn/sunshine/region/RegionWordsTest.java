package cn.sunshine.region;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules know codes of regions only; people read names. */
@RunningSystem
class RegionWordsTest {

  @Autowired Regions regions;

  @Test
  void thePlaceOfAFindingIsNamed() {
    assertThat(regions.inWords("住房（所在地 320612）有 2 件，年收入 320612 元。"))
        .isEqualTo("住房（所在地 " + regions.name("320612") + "）有 2 件，年收入 320612 元。")
        .doesNotContain("所在地 3");
  }

  @Test
  void aCodeThatIsNotKnownStays() {
    assertThat(regions.inWords("住房（所在地 999999）")).isEqualTo("住房（所在地 999999）");
  }
}
