package cn.sunshine.parameter;

import cn.sunshine.policy.OfficeWords;
import cn.sunshine.policy.UnitWords;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.Unit;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How values of a unit are written. */
final class Units {

  private Units() {}

  /**
   * What was typed as it is kept: kinds of assets and offices by their codes, where it names them
   * in words.
   */
  static String kept(Unit unit, String typed) {
    return switch (unit) {
      case ITEMS -> each(typed, Units::code);
      case OFFICES -> each(typed, word -> OfficeWords.code(word).orElse(word));
      default -> typed.strip();
    };
  }

  private static String each(String typed, UnaryOperator<String> code) {
    return Arrays.stream(typed.split("[,，、]"))
        .map(String::strip)
        .map(code)
        .collect(Collectors.joining(","));
  }

  /** Whether a parameter of the unit can have the value; an office must be one that there is. */
  static boolean accepts(Unit unit, String value) {
    return unit.accepts(value)
        && (unit != Unit.OFFICES
            || Unit.words(value).stream().allMatch(office -> OfficeWords.of(office).isPresent()));
  }

  private static String code(String word) {
    return Arrays.stream(AssetItem.values())
        .filter(item -> item.label().equals(word))
        .map(AssetItem::code)
        .findFirst()
        .orElse(word);
  }

  /** A kept value as who changes it finds it in the field. */
  static String typed(Unit unit, String kept) {
    return unit == Unit.ITEMS || unit == Unit.OFFICES ? UnitWords.of(unit, kept) : kept;
  }

  /** What a value of the unit has to look like, for who types one. */
  static String expectation(Unit unit) {
    return switch (unit) {
      case YUAN_PER_PERSON_YEAR, YUAN -> "大于0的金额，最多两位小数，不写逗号，如 7500";
      case COUNT, POINTS -> "0 到 9999 的整数";
      case DAYS, WORKING_DAYS, YEARS -> "1 到 999 的整数";
      case MONTH_DAY -> "月-日，如 11-01";
      case SHARE -> "大于0小于1的小数，如 0.3";
      case ITEMS ->
          "用顿号或逗号隔开，可以有："
              + Arrays.stream(AssetItem.values())
                  .map(AssetItem::label)
                  .collect(Collectors.joining("、"));
      case OFFICES -> "级别加角色，用顿号或逗号隔开，各写一次，如 市业务部门、市财政";
      case WORDS -> "用逗号隔开的词";
    };
  }
}
