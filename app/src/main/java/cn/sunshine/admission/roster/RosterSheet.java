package cn.sunshine.admission.roster;

import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of applicants as it is written, empty for a template or with the rows to correct. */
final class RosterSheet {

  /** By this name it is found again in an upload with several sheets. */
  static final String NAME = "申请人";

  static final String HEADER_COLOR = "DDE6F0";
  static final String EXAMPLE_COLOR = "808080";
  static final String FAULT_COLOR = "FFE2E0";

  private static final List<RosterColumn> AS_TEXT =
      List.of(
          RosterColumn.HOUSEHOLD, RosterColumn.VILLAGE, RosterColumn.ID_NUMBER, RosterColumn.PHONE);

  private final Worksheet sheet;
  private int line = 1;

  RosterSheet(Workbook workbook) {
    this.sheet = workbook.newWorksheet(NAME);
    for (RosterColumn column : RosterColumn.values()) {
      sheet.width(column.ordinal(), column.width());
      title(column.ordinal(), column.title());
    }
    sheet.freezePane(0, 1);
  }

  Worksheet sheet() {
    return sheet;
  }

  /** Adds a column behind those of the template. */
  void addColumn(String title, int width) {
    int place = RosterColumn.values().length;
    sheet.width(place, width);
    title(place, title);
  }

  /** Writes the next row and answers its index. */
  int write(Map<RosterColumn, String> values) {
    values.forEach((column, text) -> sheet.value(line, column.ordinal(), text));
    return line++;
  }

  /** Keeps Excel from turning what is typed into numbers. */
  void keepAsText(int upToLine) {
    for (RosterColumn column : AS_TEXT) {
      sheet.range(1, column.ordinal(), upToLine, column.ordinal()).style().format("@").set();
    }
  }

  private void title(int place, String text) {
    sheet.value(0, place, text);
    sheet.style(0, place).bold().fillColor(HEADER_COLOR).set();
  }
}
