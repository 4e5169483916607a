package cn.sunshine.trialrun;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads households to be tried from a sheet: a CSV file as Excel and WPS save it, one household in
 * a row. Columns are found by their titles; a column with names is not read.
 */
final class SheetReader {

  static final int LARGEST_FILE = 5 * 1024 * 1024;
  static final int MOST_ROWS = 50_000;

  private static final int MOST_FAULTS = 50;
  private static final int MOST_MEMBERS = 100;
  private static final int MOST_OF_A_KIND = 100;
  private static final int COUNTY_DIGITS = 6;
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal MOST_INCOME = new BigDecimal("1000000000000");
  private static final String NUMBER = "编号";
  private static final String REGION = "地区编码";
  private static final String MEMBERS = "家庭人口";
  private static final String INCOME = "家庭年收入";

  private final String root;
  private final Regions regions;
  private final List<FieldFault> faults = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private SheetReader(String root, Regions regions) {
    this.root = root;
    this.regions = regions;
  }

  /** The titles that a sheet may have, the required ones first. */
  static List<String> titles() {
    return Stream.concat(
            Stream.of(REGION, MEMBERS, INCOME, NUMBER),
            Arrays.stream(AssetItem.values()).map(AssetItem::label))
        .toList();
  }

  /**
   * Reads a sheet.
   *
   * @param root code of the region that all households must live in
   * @throws Refusal.Invalid naming row and column of what is wrong; nothing is taken then
   */
  static List<RegisterEntry> read(byte[] file, String root, Regions regions) {
    if (file.length == 0 || file.length > LARGEST_FILE) {
      throw new Refusal.Invalid(file.length == 0 ? "文件是空的，请重新选择。" : "文件超过 5 MB，请拆成几个文件。");
    }
    SheetReader reader = new SheetReader(root, regions);
    List<RegisterEntry> entries = reader.entries(text(file));
    if (!reader.faults.isEmpty()) {
      FieldFault first = reader.faults.getFirst();
      throw new Refusal.Invalid(
          "表里有 %s 处不对，请改正后再上传。第一处：%s，%s"
              .formatted(
                  reader.faults.size() >= MOST_FAULTS ? "至少 " + MOST_FAULTS : reader.faults.size(),
                  first.field(),
                  first.message()),
          reader.faults);
    }
    return entries;
  }

  /** UTF-8, or GB 18030 as Excel in Chinese saves it. */
  private static String text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(file, Charset.forName("GB18030"));
    }
  }

  private List<RegisterEntry> entries(String text) {
    List<String> lines = text.lines().toList();
    readTitles(lines.isEmpty() ? List.of() : cells(lines.getFirst()));
    if (lines.size() - 1 > MOST_ROWS) {
      throw new Refusal.Invalid("一次最多试算 " + MOST_ROWS + " 户，请拆成几个文件。");
    }
    List<RegisterEntry> entries = new ArrayList<>();
    for (int line = 1; line < lines.size() && faults.size() < MOST_FAULTS; line++) {
      if (!lines.get(line).isBlank() && !lines.get(line).replace(",", "").isBlank()) {
        entries.add(entry(line + 1, cells(lines.get(line))));
      }
    }
    if (entries.isEmpty() && faults.isEmpty()) {
      throw new Refusal.Invalid("表里没有要试算的户。请从第二行开始，每行一户。");
    }
    return entries;
  }

  private void readTitles(List<String> titles) {
    for (int place = 0; place < titles.size(); place++) {
      if (titles().contains(titles.get(place))
          && places.putIfAbsent(titles.get(place), place) != null) {
        throw new Refusal.Invalid("表头里有两列都是“" + titles.get(place) + "”，请删去一列。");
      }
    }
    String missing =
        Stream.of(REGION, MEMBERS, INCOME)
            .filter(title -> !places.containsKey(title))
            .collect(Collectors.joining("、"));
    if (!missing.isEmpty()) {
      throw new Refusal.Invalid(
          "第一行应是表头，还缺少这些列：" + missing + "。可用的列：" + String.join("、", titles()) + "。请存为 CSV 再上传。");
    }
  }

  private RegisterEntry entry(int line, List<String> cells) {
    String region = region(line, cells);
    List<Asset> assets = new ArrayList<>();
    for (AssetItem item : AssetItem.values()) {
      number(line, cells, item.label(), MOST_OF_A_KIND)
          .filter(count -> count > 0)
          .ifPresent(count -> assets.add(new Asset(item, region, count, "")));
    }
    String number = cell(cells, NUMBER).orElse("");
    if (number.length() > LONGEST_NUMBER) {
      fault(line, NUMBER, "最多 " + LONGEST_NUMBER + " 个字");
    }
    Optional<Integer> members = number(line, cells, MEMBERS, MOST_MEMBERS);
    if (members.filter(people -> people == 0).isPresent()) {
      fault(line, MEMBERS, "至少 1 人");
    }
    return new RegisterEntry(
        ("第 %d 行 %s".formatted(line, number)).strip(),
        region,
        new ScreenedHousehold(
            members.map(OptionalInt::of).orElse(OptionalInt.empty()),
            income(line, cells),
            (region + "000000").substring(0, COUNTY_DIGITS),
            assets,
            List.of()));
  }

  private String region(int line, List<String> cells) {
    String code = cell(cells, REGION).orElse("");
    if (code.length() < COUNTY_DIGITS || regions.find(code).isEmpty()) {
      fault(line, REGION, "应是县、镇或村的编码（6、9 或 12 位）");
      return root;
    }
    if (!code.startsWith(root)) {
      fault(line, REGION, "不在本地范围内");
    }
    return code;
  }

  private Optional<Integer> number(int line, List<String> cells, String title, int most) {
    Optional<String> text = cell(cells, title);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().matches("\\d{1,4}") || Integer.parseInt(text.get()) > most) {
      fault(line, title, "应是 0 到 " + most + " 的整数");
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text.get()));
  }

  private OptionalLong income(int line, List<String> cells) {
    Optional<String> text = cell(cells, INCOME);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.get().matches("\\d{1,13}(\\.\\d{1,2})?")
        || new BigDecimal(text.get()).compareTo(MOST_INCOME) > 0) {
      fault(line, INCOME, "应是元，最多两位小数，例如 20000 或 20000.50");
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(text.get()).movePointRight(2).longValueExact());
  }

  private Optional<String> cell(List<String> cells, String title) {
    return Optional.ofNullable(places.get(title))
        .filter(place -> place < cells.size())
        .map(cells::get)
        .filter(text -> !text.isEmpty());
  }

  private void fault(int line, String title, String message) {
    faults.add(new FieldFault("第 %d 行 %s".formatted(line, title), message + "。"));
  }

  /** The cells of a line; a cell in quotation marks may contain commas. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
