package cn.sunshine.parameter;

import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.Unit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How values of a unit are written. */
final class Units {

  private Units() {}

  /** What a value of the unit has to look like, for who types one. */
  static String expectation(Unit unit) {
    return switch (unit) {
      case YUAN_PER_PERSON_YEAR, YUAN -> "大于0的金额，最多两位小数，不写逗号，如 7500";
      case COUNT -> "0 到 9999 的整数";
      case DAYS, WORKING_DAYS, YEARS -> "1 到 999 的整数";
      case MONTH_DAY -> "月-日，如 11-01";
      case SHARE -> "大于0小于1的小数，如 0.3";
      case ITEMS ->
          "用逗号隔开的资产类别："
              + Arrays.stream(AssetItem.values())
                  .map(item -> item.code() + " " + item.label())
                  .collect(Collectors.joining("、"));
      case WORDS -> "用逗号隔开的词";
    };
  }
}
