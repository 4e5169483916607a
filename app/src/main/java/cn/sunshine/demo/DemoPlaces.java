package cn.sunshine.demo;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The villages in which the demo data live, most of them in Nantong. Tongzhou has few, and its town
 * Xiting (西亭镇, 320612101) none at all: it is kept free for trying things out.
 */
@DemoComponent
class DemoPlaces {

  /** Where most cases are, so that one account sees many states: 如皋市 长江镇. */
  static final String CENTRE = "320682111";

  private static final List<String> TOWNSHIPS =
      List.of(
          CENTRE,
          "320682105",
          "320682107",
          "320682116",
          "320682117",
          "320623101",
          "320623107",
          "320623110",
          "320623114",
          "320685103",
          "320685109",
          "320685112",
          "320685113",
          "320614103",
          "320614104",
          "320614106",
          "320614107",
          "320681110",
          "320613020",
          "320613021");

  private static final String IN_TONGZHOU = "320612110";
  private static final String IN_JIANGYIN = "320281001210";
  private static final String IN_YANCHENG = "320904001201";
  private static final String IN_WUJIN = "320412119203";
  private static final String IN_SICHUAN = "510824109201";

  private final Regions regions;

  DemoPlaces(Regions regions) {
    this.regions = regions;
  }

  List<String> townships() {
    return TOWNSHIPS;
  }

  /** A few villages of a township, rural ones where it has them. */
  List<Region> villages(String township, int most) {
    List<Region> all =
        regions.subtree(township).stream()
            .filter(region -> region.level() == RegionLevel.VILLAGE)
            .filter(region -> !region.name().contains("虚拟"))
            .toList();
    List<Region> rural = all.stream().filter(region -> region.name().endsWith("村委会")).toList();
    return (rural.size() < most ? all : rural).stream().limit(most).toList();
  }

  /** The first villages of the centre. */
  Region centre(int number) {
    return villages(CENTRE, number + 1).get(number);
  }

  /** A village in one of the other townships. */
  Region elsewhere(int number) {
    return villages(TOWNSHIPS.get(1 + number % (TOWNSHIPS.size() - 1)), 1).getFirst();
  }

  Region inTongzhou(int number) {
    return villages(IN_TONGZHOU, number + 1).get(number);
  }

  /** Villages of Jiangyin and Yancheng, where households leave by five signatures (JY-3, YC-1). */
  List<Region> withFiveSignatures() {
    return List.of(regions.require(IN_JIANGYIN), regions.require(IN_YANCHENG));
  }

  /** The village of Wujin, where township and district confirm (WJ-4.4). */
  Region inWujin() {
    return regions.require(IN_WUJIN);
  }

  /** The village of Sichuan, where an exit needs evidence (SC-6). */
  Region inSichuan() {
    return regions.require(IN_SICHUAN);
  }

  /** The villages of the other packs, one of each. */
  List<Region> outsideNantong() {
    return Stream.concat(withFiveSignatures().stream(), Stream.of(inWujin(), inSichuan())).toList();
  }

  /** The name as addresses have it: 田王村. */
  static String shortName(Region village) {
    return village.name().replaceFirst("(社区)?(居委会|居民委员会|村民委员会|委会)$", "").replaceFirst("村村$", "村");
  }
}
