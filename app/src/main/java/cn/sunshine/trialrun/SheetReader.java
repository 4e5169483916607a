package cn.sunshine.trialrun;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import cn.sunshine.spreadsheet.CellReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads households to be tried from a sheet: an Excel workbook, or a CSV file as Excel and WPS save
 * it, one household in a row. Columns are found by their titles; a column with names is not read.
 */
final class SheetReader {

  static final int MOST_ROWS = 50_000;
  static final int MOST_FAULTS = 50;

  /** A title and a remark may stand above the header. */
  private static final int ROWS_UP_TO_HEADER = 10;

  private static final int MOST_MEMBERS = 100;
  private static final int MOST_OF_A_KIND = 100;
  private static final int COUNTY_DIGITS = 6;
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal MOST_INCOME = new BigDecimal("1000000000000");
  private static final List<String> REQUIRED =
      SheetColumn.all().stream().filter(SheetColumn::isRequired).map(SheetColumn::title).toList();

  private final String root;
  private final Regions regions;
  private final List<FieldFault> faults = new ArrayList<>();
  private final List<RegisterEntry> entries = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private SheetReader(String root, Regions regions) {
    this.root = root;
    this.regions = regions;
  }

  /**
   * Reads a sheet.
   *
   * @param root code of the region that all households must live in
   * @throws Refusal.Invalid naming row and column of what is wrong; nothing is taken then
   */
  static List<RegisterEntry> read(byte[] file, String root, Regions regions) {
    SheetReader reader = new SheetReader(root, regions);
    SheetFile.read(file, reader::take);
    return reader.entries();
  }

  private List<RegisterEntry> entries() {
    if (places.isEmpty()) {
      throw missing(REQUIRED);
    }
    if (!faults.isEmpty()) {
      FieldFault first = faults.getFirst();
      throw new Refusal.Invalid(
          "表里有 %s 处不对，请改正后再上传。第一处：%s，%s"
              .formatted(
                  faults.size() >= MOST_FAULTS ? "至少 " + MOST_FAULTS : faults.size(),
                  first.field(),
                  first.message()),
          faults);
    }
    if (entries.isEmpty()) {
      throw new Refusal.Invalid("表里没有要试算的户（编号以“示例”开头的行不算）。请从表头下面一行开始，每行一户。");
    }
    return entries;
  }

  private void take(SheetLine line) {
    if (places.isEmpty()) {
      readTitles(line);
    } else if (faults.size() < MOST_FAULTS && !isBlank(line)) {
      String number = text(line, SheetColumn.NUMBER).orElse("");
      if (!number.startsWith(SheetTemplate.EXAMPLE)) {
        entries.add(entry(line, number));
      }
      if (entries.size() > MOST_ROWS) {
        throw new Refusal.Invalid("一次最多试算 %,d 户，请拆成几个文件。".formatted(MOST_ROWS));
      }
    }
  }

  private boolean isBlank(SheetLine line) {
    return places.values().stream()
        .map(line::cell)
        .allMatch(cell -> cell.text().isEmpty() && cell.fault().isEmpty());
  }

  private void readTitles(SheetLine line) {
    Map<String, Integer> found = new LinkedHashMap<>();
    List<String> known = SheetColumn.titles();
    for (int place = 0; place < line.width(); place++) {
      String title = line.title(place);
      if (known.contains(title) && found.putIfAbsent(title, place) != null) {
        throw new Refusal.Invalid("表头里有两列都是“" + title + "”，请删去一列。");
      }
    }
    List<String> missing = REQUIRED.stream().filter(title -> !found.containsKey(title)).toList();
    if (missing.isEmpty()) {
      places.putAll(found);
    } else if (missing.size() < REQUIRED.size() || line.number() >= ROWS_UP_TO_HEADER) {
      throw missing(missing);
    }
  }

  private static Refusal.Invalid missing(List<String> titles) {
    return new Refusal.Invalid(
        "没有找到完整的表头，还缺少这些列：%s。可用的列：%s。请下载模板，填写后上传。"
            .formatted(String.join("、", titles), String.join("、", SheetColumn.titles())));
  }

  private RegisterEntry entry(SheetLine line, String number) {
    String region = region(line);
    List<Asset> assets = new ArrayList<>();
    for (AssetItem item : AssetItem.values()) {
      number(line, item.label(), MOST_OF_A_KIND)
          .filter(count -> count > 0)
          .ifPresent(count -> assets.add(new Asset(item, region, count, "")));
    }
    if (number.length() > LONGEST_NUMBER) {
      fault(line, SheetColumn.NUMBER, "最多 " + LONGEST_NUMBER + " 个字");
    }
    Optional<Integer> members = number(line, SheetColumn.MEMBERS, MOST_MEMBERS);
    if (members.filter(people -> people == 0).isPresent()) {
      fault(line, SheetColumn.MEMBERS, "至少 1 人");
    }
    return new RegisterEntry(
        ("第 %d 行 %s".formatted(line.number(), number)).strip(),
        region,
        new ScreenedHousehold(
            members.map(OptionalInt::of).orElse(OptionalInt.empty()),
            income(line),
            (region + "000000").substring(0, COUNTY_DIGITS),
            assets,
            List.of()));
  }

  private String region(SheetLine line) {
    int before = faults.size();
    String code = text(line, SheetColumn.REGION).orElse("");
    if (faults.size() > before) {
      return root;
    }
    if (code.length() < COUNTY_DIGITS || regions.find(code).isEmpty()) {
      fault(line, SheetColumn.REGION, "应是县、镇或村的编码（6、9 或 12 位）");
      return root;
    }
    if (!code.startsWith(root)) {
      fault(line, SheetColumn.REGION, "不在本地范围内");
    }
    return code;
  }

  private Optional<Integer> number(SheetLine line, String title, int most) {
    Optional<String> text = text(line, title);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("\\d{1,4}") || Integer.parseInt(text.get()) > most) {
      fault(line, title, "应是 0 到 " + most + " 的整数");
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text.get()));
  }

  private OptionalLong income(SheetLine line) {
    Optional<String> text = text(line, SheetColumn.INCOME);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("\\d{1,13}(\\.\\d{1,2})?")
        || new BigDecimal(text.get()).compareTo(MOST_INCOME) > 0) {
      fault(line, SheetColumn.INCOME, "应是元，最多两位小数，例如 20000 或 20000.50");
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(text.get()).movePointRight(2).longValueExact());
  }

  private Optional<String> text(SheetLine line, String title) {
    Optional<CellReading> cell = Optional.ofNullable(places.get(title)).map(line::cell);
    cell.flatMap(CellReading::fault).ifPresent(message -> fault(line, title, message));
    return cell.map(CellReading::text).filter(text -> !text.isEmpty());
  }

  private void fault(SheetLine line, String title, String message) {
    faults.add(
        new FieldFault(
            "第 %d 行 %s".formatted(line.number(), title),
            message.endsWith("。") ? message : message + "。"));
  }
}
