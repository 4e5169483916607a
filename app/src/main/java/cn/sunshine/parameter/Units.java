package cn.sunshine.parameter;

import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.Unit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values of a unit are written and read. */
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

  /** A value as people read it, with its unit: 7,500.00 元/人·年. */
  static String words(Unit unit, String value) {
    return switch (unit) {
      case YUAN_PER_PERSON_YEAR, YUAN ->
          String.format(Locale.ROOT, "%,.2f %s", new BigDecimal(value), unit.label());
      case COUNT, DAYS, WORKING_DAYS, YEARS -> value + " " + unit.label();
      case ITEMS ->
          unit.accepts(value)
              ? Arrays.stream(value.split("[,，]"))
                  .map(String::strip)
                  .map(code -> AssetItem.of(code).map(AssetItem::label).orElse(code))
                  .collect(Collectors.joining("、"))
              : value;
      case MONTH_DAY, SHARE, WORDS -> value;
    };
  }
}
