package cn.sunshine.admission.roster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * The households that were not started, as they were uploaded, with a column that says why. What is
 * corrected in it can be uploaded as it is.
 */
final class CorrectionSheet {

  private static final int WIDTH = 60;

  private CorrectionSheet() {}

  /**
   * A household that was not started.
   *
   * @param faults of its cells; a fault of the household as a whole stands at its first row
   */
  record Remaining(List<RosterRow> rows, List<CellFault> faults) {}

  static void write(List<Remaining> households, OutputStream out) {
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      RosterSheet sheet = new RosterSheet(workbook);
      sheet.addColumn(RosterColumn.FAULTS, WIDTH);
      int persons = 0;
      for (Remaining household : households) {
        household.rows().forEach(row -> writeRow(sheet, row, household.faults()));
        persons += household.rows().size();
      }
      sheet.keepAsText(persons);
      mark(sheet, households);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRow(RosterSheet sheet, RosterRow row, List<CellFault> faults) {
    int line = sheet.write(row.values());
    String text =
        faults.stream()
            .filter(fault -> fault.line() == row.line())
            .map(
                fault ->
                    fault.column().isEmpty()
                        ? fault.message()
                        : fault.column() + "：" + fault.message())
            .collect(Collectors.joining("\n"));
    sheet.sheet().value(line, RosterColumn.values().length, text);
    sheet.sheet().style(line, RosterColumn.values().length).wrapText(true).set();
  }

  private static void mark(RosterSheet sheet, List<Remaining> households) {
    int line = 0;
    for (Remaining household : households) {
      for (RosterRow row : household.rows()) {
        line++;
        for (CellFault fault : household.faults()) {
          if (fault.line() == row.line() && !fault.column().isEmpty()) {
            int place = RosterColumn.ofTitle(fault.column()).orElseThrow().ordinal();
            sheet.sheet().style(line, place).fillColor(RosterSheet.FAULT_COLOR).set();
          }
        }
      }
    }
  }
}
