package cn.sunshine.household;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of the register, on the screen and in an export. */
public enum RegisterColumn {
  NUMBER("户号", 24, "householdNumber", HouseholdView::householdNumber),
  REGION("地区", 36, "region", HouseholdView::regionName),
  HEAD("户主", 12, "head", household -> household.head().name()),
  ID_NUMBER("身份证号码", 22, "", household -> household.head().idNumber()),
  PHONE("联系电话", 16, "", household -> household.head().phone()),
  PERSONS("人口", 8, "persons", HouseholdView::persons),
  INCOME("家庭年收入（元）", 16, "yearlyIncome", HouseholdView::yearlyIncome),
  INCOME_PER_PERSON("人均年收入（元）", 16, "incomePerPerson", HouseholdView::incomePerPerson),
  CAUSES("致贫原因", 20, "", RegisterColumn::causes),
  ADDRESS("住址", 40, "", HouseholdView::address),
  STATUS("状态", 10, "status", household -> household.status().chinese()),
  ADMITTED_ON("纳入日期", 12, "admittedOn", household -> household.admittedOn().toString()),
  EXITED_ON(
      "退出日期",
      12,
      "exitedOn",
      household -> household.exit().map(exit -> exit.on().toString()).orElse("")),
  KEPT_UNTIL(
      "政策保留至",
      12,
      "keptUntil",
      household -> household.exit().map(exit -> exit.keptUntil().toString()).orElse(""));

  /**
   * What the screen shows before anybody chooses: what tells households apart and how they stand.
   */
  public static final Set<RegisterColumn> USUAL =
      Set.of(NUMBER, REGION, HEAD, PERSONS, INCOME_PER_PERSON, CAUSES, STATUS, ADMITTED_ON);

  /** The same for those who have left: until when they keep the policies, instead of the causes. */
  public static final Set<RegisterColumn> USUAL_OF_EXITED =
      Set.of(NUMBER, REGION, HEAD, PERSONS, STATUS, ADMITTED_ON, EXITED_ON, KEPT_UNTIL);

  private final String title;
  private final int width;
  private final String sortedBy;
  private final Function<HouseholdView, Object> value;

  RegisterColumn(String title, int width, String sortedBy, Function<HouseholdView, Object> value) {
    this.title = title;
    this.width = width;
    this.sortedBy = sortedBy;
    this.value = value;
  }

  String title() {
    return title;
  }

  /** About how many Latin letters fit in it in an export. */
  int width() {
    return width;
  }

  /** The property that {@link Households#search} sorts by; empty when it cannot be sorted. */
  Optional<String> sortedBy() {
    return Optional.of(sortedBy).filter(property -> !property.isEmpty());
  }

  /** A number or a text, masked as the asking person sees it. */
  Object valueOf(HouseholdView household) {
    return value.apply(household);
  }

  /** The word in an address: {@code income-per-person}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads words as {@link #word} writes them, separated by commas; unknown ones are skipped. */
  static Set<RegisterColumn> ofWords(String words) {
    Set<String> wanted = Set.of(Arrays.stream(words.split(",")).distinct().toArray(String[]::new));
    Set<RegisterColumn> columns = EnumSet.noneOf(RegisterColumn.class);
    Arrays.stream(values()).filter(column -> wanted.contains(column.word())).forEach(columns::add);
    return columns;
  }

  private static String causes(HouseholdView household) {
    return household.causes().stream().map(Cause::chinese).collect(Collectors.joining("、"));
  }
}
