package cn.sunshine.admission.roster;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The villages of a township, found as people write them: 草庙村, 草庙村委会 and 草庙村民委员会 are one. */
final class Villages {

  private static final Pattern VILLAGE_OFFICE = Pattern.compile("(村民委员会|村委会|村村委会)$");
  private static final Pattern NEIGHBOURHOOD_OFFICE = Pattern.compile("(居民委员会|居委会)$");
  private static final Pattern KIND = Pattern.compile("(村|社区)$");

  private final List<Region> villages;

  Villages(Regions regions, String township) {
    this.villages =
        regions.subtree(township).stream()
            .filter(region -> region.level() == RegionLevel.VILLAGE)
            .toList();
  }

  List<Region> all() {
    return villages;
  }

  /**
   * What a cell means.
   *
   * @param village the one it names
   * @param problem a sentence when it does not name exactly one
   */
  record Match(Optional<Region> village, String problem) {}

  Match find(String text) {
    if (text.isEmpty()) {
      return none("请填写村（居）的名称或 12 位编码");
    }
    for (Function<String, String> reading :
        List.<Function<String, String>>of(
            Function.identity(), Villages::withoutOffice, Villages::withoutKind)) {
      List<Region> found =
          villages.stream()
              .filter(
                  village ->
                      village.code().equals(text)
                          || reading.apply(village.name()).equals(reading.apply(text)))
              .toList();
      if (found.size() == 1) {
        return new Match(Optional.of(found.getFirst()), "");
      }
      if (found.size() > 1) {
        return none("本镇（街道）有 " + found.size() + " 个村（居）可以这样叫，请填写 12 位编码");
      }
    }
    return none("本镇（街道）没有这个村（居），请从模板的“村（居）名单”里复制名称或 12 位编码");
  }

  private static Match none(String problem) {
    return new Match(Optional.empty(), problem + "。");
  }

  private static String withoutOffice(String name) {
    String bare = VILLAGE_OFFICE.matcher(name).replaceFirst("村");
    return NEIGHBOURHOOD_OFFICE.matcher(bare).replaceFirst("").replaceFirst("村村$", "村");
  }

  private static String withoutKind(String name) {
    return KIND.matcher(withoutOffice(name)).replaceFirst("");
  }
}
