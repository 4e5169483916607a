package cn.sunshine.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A citizen's ID number (GB 11643): six digits of the region, the birth date, three digits of
 * sequence and a check character (ISO 7064 MOD 11-2).
 *
 * <p>It is personal data: {@link #toString()} is masked, so that it cannot slip into a log; ask for
 * {@link #value()} to get the number itself.
 *
 * @param value 18 characters, the last one upper case
 */
public record IdNumber(String value) {

  private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern FULL_WIDTH = Pattern.compile("[０-９Ｘｘ]");
  private static final Pattern OLD_SHAPE = Pattern.compile("[0-9]{15}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final int FIRST_YEAR = 1900;
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /**
   * Takes a number in any letter case, with blanks around it; throws when {@link #problemIn} would
   * find a problem.
   */
  public IdNumber {
    value = normal(value);
    problemIn(value, LocalDate.MAX)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  /**
   * What is wrong with the text as an ID number, as a Chinese sentence; empty when it is right.
   *
   * @param today nobody is born after this day
   */
  public static Optional<String> problemIn(String text, LocalDate today) {
    String number = normal(text);
    if (number.isEmpty()) {
      return Optional.of("请填写身份证号码");
    }
    if (FULL_WIDTH.matcher(number).find()) {
      return Optional.of("身份证号码里有全角字符，请切换到半角后重新填写");
    }
    if (OLD_SHAPE.matcher(number).matches()) {
      return Optional.of("15 位的旧身份证号码已停用，请填写 18 位的新号码");
    }
    if (number.length() != 18) {
      return Optional.of("身份证号码应为 18 位，现在是 " + number.length() + " 位，请核对");
    }
    if (!SHAPE.matcher(number).matches()) {
      return Optional.of("身份证号码前 17 位只能是数字，最后一位是数字或 X，请核对");
    }
    if (!PROVINCES.contains(number.substring(0, 2))) {
      return Optional.of("身份证号码开头的地区代码不存在，请核对前 6 位");
    }
    Optional<LocalDate> birth = birthIn(number);
    if (birth.isEmpty() || birth.get().getYear() < FIRST_YEAR) {
      return Optional.of("身份证号码里的出生日期不存在，请核对第 7 至 14 位");
    }
    if (birth.get().isAfter(today)) {
      return Optional.of("身份证号码里的出生日期在今天之后，请核对第 7 至 14 位");
    }
    if (number.charAt(17) != checkCharacter(number)) {
      return Optional.of("身份证号码的校验码（最后一位）不对，请对照证件逐位核对");
    }
    return Optional.empty();
  }

  /**
   * An invented but valid number, for tests and demo data.
   *
   * @param region six digits, for example {@code 320612}
   * @param sequence 0 to 999; odd numbers belong to men
   */
  public static IdNumber invent(String region, LocalDate birth, int sequence) {
    if (sequence < 0 || sequence > 999) {
      throw new IllegalArgumentException("sequence must be 0 to 999: " + sequence);
    }
    String digits =
        region + DateTimeFormatter.BASIC_ISO_DATE.format(birth) + "%03d".formatted(sequence);
    return new IdNumber(digits + checkCharacter(digits));
  }

  public LocalDate birthDate() {
    return birthIn(value).orElseThrow();
  }

  /** The number as people without the right to see it read it: {@code 320612********1234}. */
  public String masked() {
    return value.substring(0, 6) + "********" + value.substring(14);
  }

  @Override
  public String toString() {
    return masked();
  }

  private static String normal(String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }

  private static Optional<LocalDate> birthIn(String number) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }
}
