package cn.sunshine.admission.roster;

import cn.sunshine.region.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The workbook that a township fills in: the sheet with an example, what each column means, and the
 * names of the township's villages to choose from.
 */
final class RosterTemplate {

  /** For as many rows cells are prepared; more can be filled in. */
  private static final int PREPARED_ROWS = 1_000;

  /** The sample numbers of the standard GB 11643; rows of examples are not imported. */
  private static final List<Map<RosterColumn, String>> EXAMPLE =
      List.of(
          Map.of(
              RosterColumn.HOUSEHOLD, "示例1",
              RosterColumn.NAME, "王示例",
              RosterColumn.ID_NUMBER, "11010519491231002X",
              RosterColumn.RELATION, "户主",
              RosterColumn.PHONE, "13800000000",
              RosterColumn.INCOME, "12000",
              RosterColumn.CAUSES, "因病、因学",
              RosterColumn.ADDRESS, "三组 12 号",
              RosterColumn.NOTE, "示例行不会导入，可以删去"),
          Map.of(
              RosterColumn.HOUSEHOLD, "示例1",
              RosterColumn.NAME, "李示例",
              RosterColumn.ID_NUMBER, "440524188001010014",
              RosterColumn.RELATION, "配偶"));

  private static final List<String> REMARKS =
      List.of(
          "每人一行，同一户的人连在一起，户序号相同；户主那一行填“户主”，全家的收入、致贫原因、住址也填在这一行。",
          "“示例”开头的行不会导入。不要改动表头的列名，列的先后可以调整。",
          "一次最多 " + RosterReader.MOST_ROWS + " 行、10 MB，多的请分几次导入。",
          "填写正确的户会立即发起申请，有错误的户不受影响地留下，可以下载错误表，改正后再上传；已经发起的户不会重复发起。");

  private RosterTemplate() {}

  static void write(List<Region> villages, OutputStream out) {
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      RosterSheet applicants = new RosterSheet(workbook);
      writeExample(applicants, villages);
      applicants.keepAsText(PREPARED_ROWS);
      writeExplanation(workbook.newWorksheet("填写说明"));
      Worksheet names = workbook.newWorksheet("村（居）名单");
      writeVillages(names, villages);
      if (!villages.isEmpty()) {
        applicants
            .sheet()
            .range(1, RosterColumn.VILLAGE.ordinal(), PREPARED_ROWS, RosterColumn.VILLAGE.ordinal())
            .validateWithList(names.range(1, 0, villages.size(), 0))
            .showErrorMessage(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeExample(RosterSheet applicants, List<Region> villages) {
    for (Map<RosterColumn, String> person : EXAMPLE) {
      int line = applicants.write(person);
      if (line == 1 && !villages.isEmpty()) {
        applicants.sheet().value(line, RosterColumn.VILLAGE.ordinal(), villages.getFirst().name());
      }
      applicants
          .sheet()
          .range(line, 0, line, RosterColumn.values().length - 1)
          .style()
          .italic()
          .fontColor(RosterSheet.EXAMPLE_COLOR)
          .set();
    }
  }

  private static void writeExplanation(Worksheet sheet) {
    sheet.width(0, 18);
    sheet.width(1, 10);
    sheet.width(2, 100);
    writeTitles(sheet, "列", "是否必填", "怎样填写");
    int line = 1;
    for (RosterColumn column : RosterColumn.values()) {
      sheet.value(line, 0, column.title());
      sheet.value(line, 1, column.isRequired() ? "必填" : "选填");
      sheet.value(line, 2, column.explanation());
      line++;
    }
    for (String remark : REMARKS) {
      sheet.value(++line, 0, "说明");
      sheet.value(line, 2, remark);
    }
  }

  private static void writeVillages(Worksheet sheet, List<Region> villages) {
    sheet.width(0, 30);
    sheet.width(1, 18);
    writeTitles(sheet, "村（居）名称", "12 位编码");
    int line = 1;
    for (Region village : villages) {
      sheet.value(line, 0, village.name());
      sheet.value(line, 1, village.code());
      line++;
    }
  }

  private static void writeTitles(Worksheet sheet, String... titles) {
    for (int place = 0; place < titles.length; place++) {
      sheet.value(0, place, titles[place]);
      sheet.style(0, place).bold().fillColor(RosterSheet.HEADER_COLOR).set();
    }
  }
}
