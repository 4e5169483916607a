package cn.sunshine.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a parameter's value is measured in, and therefore what it may look like. */
public enum Unit {
  /** Money per person and year, in yuan. */
  YUAN_PER_PERSON_YEAR("yuan-per-person-year", "元/人·年", Unit::isMoney),
  /** Money, in yuan. */
  YUAN("yuan", "元", Unit::isMoney),
  /** A number of things, zero or more. */
  COUNT("count", "个", Unit::isCount),
  /** Points of a score, zero or more. */
  POINTS("points", "分", Unit::isCount),
  /** Calendar days, at least one. */
  DAYS("days", "日", Unit::isTerm),
  /** Working days by the State Council's calendar, at least one. */
  WORKING_DAYS("working-days", "工作日", Unit::isTerm),
  /** Whole years, at least one. */
  YEARS("years", "年", Unit::isTerm),
  /** A day of every year, such as 11-01. */
  MONTH_DAY("month-day", "月-日", Unit::isMonthDay),
  /** A part of a whole, more than 0 and less than 1. */
  SHARE("share", "比例", Unit::isShare),
  /** Codes of {@link AssetItem}, separated by commas. */
  ITEMS("items", "资产类别", Unit::areItems),
  /** Offices as {@code role@level}, separated by commas, each once. */
  OFFICES("offices", "单位", Unit::areOffices),
  /** Words, separated by commas. */
  WORDS("words", "文字", value -> !words(value).isEmpty());

  private static final int LONGEST_NUMBER = 20;

  private final String code;
  private final String label;
  private final Predicate<String> accepts;

  Unit(String code, String label, Predicate<String> accepts) {
    this.code = code;
    this.label = label;
    this.accepts = accepts;
  }

  /** The unit with this code as pack files write it. */
  public static Optional<Unit> of(String code) {
    return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
  }

  /** As pack files and tables write it. */
  public String code() {
    return code;
  }

  /** As officials read it. */
  public String label() {
    return label;
  }

  /** Whether a parameter of this unit can have the value. */
  public boolean accepts(String value) {
    return accepts.test(value);
  }

  /** The parts of a value that lists several, separated by commas; without blank ones. */
  public static List<String> words(String value) {
    return Arrays.stream(value.split("[,，]"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static boolean isMoney(String value) {
    return number(value).filter(n -> n.signum() > 0 && n.scale() <= 2).isPresent();
  }

  private static boolean isCount(String value) {
    return value.matches("\\d{1,4}");
  }

  private static boolean isTerm(String value) {
    return value.matches("[1-9]\\d{0,2}");
  }

  private static boolean isMonthDay(String value) {
    return value.matches("(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])");
  }

  private static boolean isShare(String value) {
    return number(value).filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.ONE) < 0).isPresent();
  }

  private static boolean areItems(String value) {
    List<String> codes = words(value);
    return !codes.isEmpty() && codes.stream().allMatch(item -> AssetItem.of(item).isPresent());
  }

  private static boolean areOffices(String value) {
    List<String> offices = words(value);
    return !offices.isEmpty()
        && offices.stream().allMatch(office -> office.matches("[a-z]+(-[a-z]+)*@[a-z]+"))
        && offices.stream().distinct().count() == offices.size();
  }

  private static Optional<BigDecimal> number(String value) {
    return value.length() <= LONGEST_NUMBER && value.matches("\\d+(\\.\\d+)?")
        ? Optional.of(new BigDecimal(value))
        : Optional.empty();
  }
}
