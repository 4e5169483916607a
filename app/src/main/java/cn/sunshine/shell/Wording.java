package cn.sunshine.shell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How dates, amounts and personal data are written, everywhere the same. */
public final class Wording {

  /** All dates are meant in China's time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd");
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
  private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm");

  private Wording() {}

  /** {@code 2026-11-21}. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** The day of a moment: {@code 2026-11-21}. */
  public static String date(Instant moment) {
    return DATE.format(moment.atZone(ZONE));
  }

  /** {@code 2026-11-21 09:14}. */
  public static String dateTime(Instant moment) {
    return DATE_TIME.format(moment.atZone(ZONE));
  }

  /**
   * A deadline as officials say it: {@code 11月27日 24:00 前}. The end of a day is 24:00 of that day,
   * whether it is kept as 23:59:59 or as the next midnight.
   */
  public static String deadline(Instant moment) {
    ZonedDateTime due = moment.atZone(ZONE);
    if (due.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return DAY.format(due.minusDays(1)) + " 24:00 前";
    }
    return due.toLocalTime().isBefore(LocalTime.of(23, 59))
        ? DAY_TIME.format(due) + " 前"
        : DAY.format(due) + " 24:00 前";
  }

  /** An amount in yuan: {@code 7,000.00 元}. */
  public static String yuan(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(amount.setScale(2, RoundingMode.HALF_UP))
        + " 元";
  }

  /** {@code 4,218}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** An ID number without the birth date: {@code 320612********1234}. */
  public static String maskedIdNumber(String idNumber) {
    return masked(idNumber, 6, 4);
  }

  /** A telephone number without its middle: {@code 138****5678}. */
  public static String maskedPhone(String phone) {
    return masked(phone, 3, 4);
  }

  /** A name for the public, the family name only: {@code 张**}. */
  public static String maskedName(String name) {
    if (name.isEmpty()) {
      return name;
    }
    int first = name.offsetByCodePoints(0, 1);
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  private static String masked(String text, int head, int tail) {
    if (text.length() <= head + tail) {
      return "*".repeat(text.length());
    }
    return text.substring(0, head)
        + "*".repeat(text.length() - head - tail)
        + text.substring(text.length() - tail);
  }
}
