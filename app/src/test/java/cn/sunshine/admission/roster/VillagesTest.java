package cn.sunshine.admission.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A village is found as people write its name. */
class VillagesTest {

  private static final Regions REGIONS =
      new AnnotationConfigApplicationContext(Regions.class).getBean(Regions.class);

  private final Villages villages = new Villages(REGIONS, "320612101");

  @ParameterizedTest
  @ValueSource(strings = {"320612101200", "草庙村委会", "草庙村", "草庙村民委员会", "草庙村村民委员会", "草庙"})
  void theVillageIsFound(String text) {
    assertThat(villages.find(text).village().orElseThrow().code()).isEqualTo("320612101200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"320612102200", "不存在村", "村", "通州区", "12"})
  void whatIsNoVillageOfTheTownshipIsNotFound(String text) {
    assertThat(villages.find(text).village()).isEmpty();
    assertThat(villages.find(text).problem()).contains("没有这个村");
  }

  @Test
  void aVillageAndANeighbourhoodOfOneNameAreToldApart() {
    // 掘港街道 has 港南社区居委会 and 港南村委会
    Villages streets = new Villages(REGIONS, "320623001");

    assertThat(streets.find("港南村").village().orElseThrow().name()).isEqualTo("港南村委会");
    assertThat(streets.find("港南社区").village().orElseThrow().name()).isEqualTo("港南社区居委会");
    assertThat(streets.find("港南").problem()).contains("12 位编码");
  }

  @Test
  void everyVillageOfNantongIsFoundByItsOwnName() {
    List<Region> townships =
        REGIONS.subtree("3206").stream()
            .filter(region -> region.level() == RegionLevel.TOWNSHIP)
            .toList();
    for (Region township : townships) {
      Villages own = new Villages(REGIONS, township.code());
      for (Region village : own.all()) {
        assertThat(own.find(village.name()).village()).contains(village);
      }
    }
  }
}
