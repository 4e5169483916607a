package cn.sunshine.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A link that writes what a list shows as an Excel file. The rows are asked for when the link is
 * followed, with the rights of who follows it, and streamed, so that a long register does not have
 * to fit in memory.
 *
 * @param <T> what a row is made of
 */
public class ExcelDownload<T> extends Anchor {

  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Excel's own limit is 1,048,576 rows; the header takes one. */
  private static final int MAX_ROWS = 1_048_575;

  private record Column<T>(String title, int width, Function<T, Object> value) {}

  private final List<Column<T>> columns = new ArrayList<>();
  private final String sheetName;
  private final transient Supplier<Stream<T>> rows;

  /**
   * @param fileName the name of the file, with {@code .xlsx}
   * @param sheetName the name of its only sheet
   * @param rows what to write; closed after use
   */
  public ExcelDownload(String fileName, String sheetName, Supplier<Stream<T>> rows) {
    this.sheetName = sheetName;
    this.rows = rows;
    addClassName("excel-download");
    add(VaadinIcon.DOWNLOAD_ALT.create(), new Span("导出 Excel"));
    getElement().setAttribute("download", true);
    DownloadHandler download =
        event -> {
          event.setFileName(fileName);
          event.setContentType(TYPE);
          write(event.getOutputStream());
        };
    setHref(download);
  }

  /**
   * Adds a column.
   *
   * @param width about how many Latin letters fit in it
   * @param value text, a number, a {@link LocalDate} or an {@link Instant}; null leaves the cell
   *     empty
   */
  public ExcelDownload<T> column(String title, int width, Function<T, Object> value) {
    columns.add(new Column<>(title, width, value));
    return this;
  }

  void write(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, Brand.NAME, "1.0");
        Stream<T> stream = rows.get()) {
      Worksheet sheet = workbook.newWorksheet(sheetName);
      for (int c = 0; c < columns.size(); c++) {
        sheet.value(0, c, columns.get(c).title);
        sheet.width(c, columns.get(c).width);
      }
      sheet
          .range(0, 0, 0, Math.max(0, columns.size() - 1))
          .style()
          .bold()
          .fillColor("EEF1F5")
          .set();
      sheet.freezePane(0, 1);
      int line = 1;
      for (Iterator<T> each = stream.iterator(); each.hasNext() && line <= MAX_ROWS; line++) {
        T row = each.next();
        for (int c = 0; c < columns.size(); c++) {
          put(sheet, line, c, columns.get(c).value.apply(row));
        }
      }
    }
  }

  private static void put(Worksheet sheet, int row, int column, Object value) {
    switch (value) {
      case null -> {}
      case BigDecimal amount -> {
        sheet.value(row, column, amount);
        sheet.style(row, column).format("#,##0.00").set();
      }
      case Number number -> sheet.value(row, column, number);
      case LocalDate date -> sheet.value(row, column, Wording.date(date));
      case Instant moment -> sheet.value(row, column, Wording.dateTime(moment));
      default -> sheet.value(row, column, value.toString());
    }
  }
}
