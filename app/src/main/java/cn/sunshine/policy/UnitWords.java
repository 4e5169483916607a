package cn.sunshine.policy;

import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.Unit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values of parameters as people read them, with their unit. */
public final class UnitWords {

  private UnitWords() {}

  /** A value with its unit: {@code 7,500.00 元/人·年}, {@code 5 工作日}, 车辆、住房. */
  public static String of(Unit unit, String value) {
    return switch (unit) {
      case YUAN_PER_PERSON_YEAR, YUAN ->
          String.format(Locale.ROOT, "%,.2f %s", new BigDecimal(value), unit.label());
      case COUNT, POINTS, DAYS, WORKING_DAYS, YEARS -> value + " " + unit.label();
      case ITEMS ->
          each(unit, value, code -> AssetItem.of(code).map(AssetItem::label).orElse(code));
      case OFFICES -> each(unit, value, code -> OfficeWords.of(code).orElse(code));
      case MONTH_DAY, SHARE, WORDS -> value;
    };
  }

  private static String each(Unit unit, String value, UnaryOperator<String> words) {
    return unit.accepts(value)
        ? Unit.words(value).stream().map(words).collect(Collectors.joining("、"))
        : value;
  }
}
