package cn.sunshine.trialrun;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The workbook to be filled in with households: the sheet with examples, and what goes where. */
final class SheetTemplate {

  /** By this name the sheet is found again in an upload with several. */
  static final String NAME = "试算户";

  static final String REGIONS = "地区编码";

  /** Rows whose number begins with this are not tried. */
  static final String EXAMPLE = "示例";

  private static final String HEADER_COLOR = "DDE6F0";
  private static final String EXAMPLE_COLOR = "808080";
  private static final int PREPARED_ROWS = 1_000;

  private static final List<String> REMARKS =
      List.of(
          "每户一行，从表头下面一行开始。编号以“示例”开头的行不试算，可以删去。",
          "不要改动列名；列的先后可以调整，不用的选填列可以删去，别的列不会读。",
          "一次最多 %,d 户；.xlsx 不超过 10 MB，.csv 不超过 5 MB，多的请分几次试算。".formatted(SheetReader.MOST_ROWS),
          "有一处不对，整张表都不试算，并逐行逐列写明哪里不对（最多列 " + SheetReader.MOST_FAULTS + " 处）。");

  private SheetTemplate() {}

  /**
   * @param root code of the region that the households must live in
   * @param out is left open
   */
  static void write(String root, Regions regions, OutputStream out) {
    List<Region> places =
        regions.subtree(root).stream()
            .filter(
                region ->
                    region.level() == RegionLevel.COUNTY || region.level() == RegionLevel.TOWNSHIP)
            .toList();
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      writeHouseholds(workbook.newWorksheet(NAME), places);
      writeExplanation(workbook.newWorksheet("填写说明"));
      writeRegions(workbook.newWorksheet(REGIONS), places, regions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeHouseholds(Worksheet sheet, List<Region> places) {
    List<String> titles = SheetColumn.titles();
    writeTitles(sheet, titles);
    for (int place = 0; place < titles.size(); place++) {
      sheet.width(place, 14);
    }
    sheet.freezePane(0, 1);
    String region = places.isEmpty() ? "" : places.getLast().code();
    example(sheet, 1, List.of(region, "3", "21000", EXAMPLE + "1", "", "1"));
    example(sheet, 2, List.of(region, "1", "7500.50", EXAMPLE + "2", "1", ""));
    // Keeps Excel from turning codes into floating point.
    sheet.range(1, 0, PREPARED_ROWS, 0).style().format("@").set();
  }

  private static void example(Worksheet sheet, int line, List<String> cells) {
    for (int place = 0; place < cells.size(); place++) {
      sheet.value(line, place, cells.get(place));
    }
    sheet.range(line, 0, line, cells.size() - 1).style().italic().fontColor(EXAMPLE_COLOR).set();
  }

  private static void writeExplanation(Worksheet sheet) {
    sheet.width(0, 18);
    sheet.width(1, 10);
    sheet.width(2, 90);
    writeTitles(sheet, List.of("列", "是否必填", "怎样填写"));
    int line = 1;
    for (SheetColumn column : SheetColumn.all()) {
      sheet.value(line, 0, column.title());
      sheet.value(line, 1, column.isRequired() ? "必有" : "可缺");
      sheet.value(line, 2, column.explanation());
      line++;
    }
    for (String remark : REMARKS) {
      sheet.value(++line, 0, "说明");
      sheet.value(line, 2, remark);
    }
  }

  private static void writeRegions(Worksheet sheet, List<Region> places, Regions regions) {
    sheet.width(0, 40);
    sheet.width(1, 14);
    writeTitles(sheet, List.of("地区", "编码"));
    int line = 1;
    for (Region place : places) {
      sheet.value(line, 0, regions.fullName(place.code()));
      sheet.value(line, 1, place.code());
      line++;
    }
  }

  private static void writeTitles(Worksheet sheet, List<String> titles) {
    for (int place = 0; place < titles.size(); place++) {
      sheet.value(0, place, titles.get(place));
      sheet.style(0, place).bold().fillColor(HEADER_COLOR).set();
    }
  }
}
