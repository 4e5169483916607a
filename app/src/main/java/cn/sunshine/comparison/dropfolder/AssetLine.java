package cn.sunshine.comparison.dropfolder;

import cn.sunshine.comparison.AssetItem;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.region.Regions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Checks one line of a file, column by column, and says everything that is wrong with it. */
final class AssetLine {

  static final List<String> HEADER =
      List.of("idNumber", "item", "region", "description", "amount", "asOf");

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private static final int LONGEST_DESCRIPTION = 200;

  private final int number;
  private final String text;
  private static final Pattern ELSEWHERE = Pattern.compile("[1-8][0-9]{5}([0-9]{3}([0-9]{3})?)?");

  private final Regions regions;
  private final LocalDate today;
  private final Consumer<Fault> faults;

  AssetLine(int number, String text, Regions regions, LocalDate today, Consumer<Fault> faults) {
    this.number = number;
    this.text = text;
    this.regions = regions;
    this.today = today;
    this.faults = faults;
  }

  /** Whether a line is the header that every file must have. */
  static boolean isHeader(String text) {
    return cellsOf(text).filter(HEADER::equals).isPresent();
  }

  /** The row, or empty when a fault was reported. */
  Optional<AssetRow> read() {
    Optional<List<String>> parsed = cellsOf(text);
    if (parsed.isEmpty()) {
      faults.accept(new Fault(number, "", "这一行的引号没有配对，请检查。"));
      return Optional.empty();
    }
    List<String> cells = parsed.get();
    if (cells.size() != HEADER.size()) {
      faults.accept(
          new Fault(number, "", "应有 " + HEADER.size() + " 列，实际有 " + cells.size() + " 列。"));
      return Optional.empty();
    }
    Optional<IdNumber> idNumber = idNumber(cells.get(0));
    Optional<AssetItem> item = item(cells.get(1));
    Optional<String> region = region(cells.get(2));
    Optional<String> description = description(cells.get(3));
    Optional<Optional<BigDecimal>> amount = amount(cells.get(4));
    Optional<LocalDate> asOf = asOf(cells.get(5));
    boolean good =
        idNumber.isPresent()
            && item.isPresent()
            && region.isPresent()
            && description.isPresent()
            && amount.isPresent()
            && asOf.isPresent();
    return good
        ? Optional.of(
            new AssetRow(
                idNumber.get(),
                item.get(),
                region.get(),
                description.get(),
                amount.get(),
                asOf.get()))
        : Optional.empty();
  }

  private Optional<IdNumber> idNumber(String cell) {
    Optional<String> problem = IdNumber.problemIn(cell, today);
    problem.ifPresent(sentence -> fault("idNumber", sentence + "。"));
    return problem.isPresent() ? Optional.empty() : Optional.of(new IdNumber(cell));
  }

  private Optional<AssetItem> item(String cell) {
    Optional<AssetItem> item = AssetItem.ofCode(cell);
    if (item.isEmpty()) {
      String known =
          String.join("、", Arrays.stream(AssetItem.values()).map(AssetItem::code).toList());
      fault("item", "没有这种资产类型，只能是 " + known + "。");
    }
    return item;
  }

  /** Bureaus report assets anywhere in the country, and by codes of counties merged since. */
  private Optional<String> region(String cell) {
    if (regions.find(cell).isEmpty() && !ELSEWHERE.matcher(cell).matches()) {
      fault("region", "没有这个地区编码，请填写资产所在地的编码（县 6 位、镇 9 位、村 12 位）。");
      return Optional.empty();
    }
    return Optional.of(cell);
  }

  private Optional<String> description(String cell) {
    if (cell.length() > LONGEST_DESCRIPTION) {
      fault("description", "说明最多 " + LONGEST_DESCRIPTION + " 个字。");
      return Optional.empty();
    }
    if (CONTROL.matcher(cell).find()) {
      fault("description", "说明里有不可见的控制字符，请删除。");
      return Optional.empty();
    }
    return Optional.of(cell);
  }

  private Optional<Optional<BigDecimal>> amount(String cell) {
    if (cell.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    if (!AMOUNT.matcher(cell).matches()) {
      fault("amount", "金额应为不小于 0 的数字，单位元，最多两位小数，不要写千分位和单位；没有金额就留空。");
      return Optional.empty();
    }
    return Optional.of(Optional.of(new BigDecimal(cell)));
  }

  private Optional<LocalDate> asOf(String cell) {
    try {
      LocalDate date = LocalDate.parse(cell);
      if (date.isAfter(today)) {
        fault("asOf", "数据日期在今天之后，请核对。");
        return Optional.empty();
      }
      if (date.isBefore(EARLIEST)) {
        fault("asOf", "数据日期太早，请核对。");
        return Optional.empty();
      }
      return Optional.of(date);
    } catch (DateTimeParseException e) {
      fault("asOf", "数据日期应写成 2026-11-21 这样的格式。");
      return Optional.empty();
    }
  }

  private void fault(String field, String message) {
    faults.accept(new Fault(number, field, message));
  }

  /** The cells without blanks around them; empty when the quotes do not match. */
  private static Optional<List<String>> cellsOf(String text) {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      List<String> cells = new ArrayList<>();
      if (records.size() == 1) {
        records.getFirst().forEach(cell -> cells.add(cell.strip()));
      }
      return Optional.of(cells);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
