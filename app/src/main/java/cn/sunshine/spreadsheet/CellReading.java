package cn.sunshine.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * What a cell says. Spreadsheets turn what people type into something else: ID numbers into
 * floating point, dates and phone numbers into plain numbers.
 *
 * @param text without blanks around it; empty when the cell could not be read
 * @param fault why not
 */
public record CellReading(String text, Optional<String> fault) {

  /** What is expected in a cell. */
  public enum Kind {
    /** Words and amounts; blanks around and double ones within are dropped. */
    PLAIN,
    /** An ID number: its digits must not have been lost, and it must not be reckoned. */
    ID_NUMBER
  }

  private static final int LONGEST_TEXT = 2_000;

  /** What a number in a spreadsheet can hold; further digits have been lost. */
  private static final MathContext PRECISION = new MathContext(15);

  private static final int LARGEST_EXPONENT = 20;
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\u3000\\ufeff]+");
  private static final Pattern FLOATING = Pattern.compile("[0-9.]+E\\+?[0-9]+");
  private static final Pattern ERROR = Pattern.compile("#[A-Z/0]+[!?]?");
  private static final Pattern QUOTED_IN_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
  private static final Pattern DATE_IN_FORMAT = Pattern.compile("[ydh]");

  private static final String ERROR_VALUE = "这个单元格是错误值（例如 #N/A），请改为正确的内容。";
  private static final String DIGITS_LOST =
      "Excel 把身份证号码当成了数字，后几位已经变成 0，无法还原。请把这一列设为“文本”格式，再重新输入号码（或在号码前加英文单引号 '）。";

  /** What a cell says; empty where there is none. */
  public static CellReading of(Optional<Cell> cell, Kind kind) {
    return cell.map(found -> read(found, kind)).orElseGet(() -> said(""));
  }

  private static CellReading read(Cell cell, Kind kind) {
    boolean formula = cell.getFormula() != null && !cell.getFormula().isEmpty();
    if (formula && (kind == Kind.ID_NUMBER || cell.getValue() == null)) {
      return fault("这个单元格是公式。请复制它，再用“选择性粘贴—数值”粘贴回来。");
    }
    if (cell.getType() == CellType.ERROR) {
      return fault(ERROR_VALUE);
    }
    return switch (cell.getValue()) {
      case null -> said("");
      case BigDecimal number -> number(number, cell.getDataFormatString(), kind);
      case Boolean any -> fault("这个单元格是逻辑值（TRUE/FALSE），请改为文字。");
      default -> text(cell.getText(), kind);
    };
  }

  private static CellReading text(String raw, Kind kind) {
    if (raw.length() > LONGEST_TEXT) {
      return fault("内容太长，请缩短。");
    }
    if (ERROR.matcher(raw).matches()) {
      return fault(ERROR_VALUE);
    }
    if (kind != Kind.ID_NUMBER) {
      return said(BLANKS.matcher(raw).replaceAll(" ").strip());
    }
    String number = BLANKS.matcher(raw).replaceAll("").toUpperCase(Locale.ROOT);
    if (FLOATING.matcher(number).matches()) {
      return fault(DIGITS_LOST);
    }
    return said(number.startsWith("'") ? number.substring(1) : number);
  }

  private static CellReading number(BigDecimal number, String format, Kind kind) {
    if (format != null && isDate(format)) {
      return fault("这个单元格是日期格式，请改为“文本”或“常规”格式后重新输入。");
    }
    if (number.signum() != 0
        && Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
      return fault("数字太大或太小，请核对。");
    }
    String plain = number.round(PRECISION).stripTrailingZeros().toPlainString();
    return kind == Kind.ID_NUMBER && plain.length() > PRECISION.getPrecision()
        ? fault(DIGITS_LOST)
        : said(plain);
  }

  private static boolean isDate(String format) {
    String bare = QUOTED_IN_FORMAT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
    return !bare.equals("general") && DATE_IN_FORMAT.matcher(bare).find();
  }

  private static CellReading said(String text) {
    return new CellReading(text, Optional.empty());
  }

  private static CellReading fault(String message) {
    return new CellReading("", Optional.of(message));
  }
}
