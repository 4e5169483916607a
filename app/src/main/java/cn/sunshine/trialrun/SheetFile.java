package cn.sunshine.trialrun;

import cn.sunshine.problem.Refusal;
import cn.sunshine.spreadsheet.CellReading;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;

/** An uploaded sheet, Excel or CSV, row by row. */
final class SheetFile {

  /** Of a CSV file; a workbook may be larger, see {@link UploadedWorkbook#LARGEST_FILE}. */
  static final int LARGEST_CSV = 5 * 1024 * 1024;

  private SheetFile() {}

  /**
   * @throws Refusal.Invalid when the file as a whole cannot be read, or what the taker refuses
   */
  static void read(byte[] file, Consumer<SheetLine> taker) {
    if (file.length == 0) {
      throw new Refusal.Invalid("文件是空的，请重新选择。");
    }
    if (UploadedWorkbook.isWorkbook(file)) {
      readWorkbook(file, taker);
    } else {
      readCsv(file, taker);
    }
  }

  private static void readWorkbook(byte[] file, Consumer<SheetLine> taker) {
    UploadedWorkbook.read(
        file,
        workbook -> {
          try (Stream<Row> rows = workbook.sheet(SheetTemplate.NAME).openStream()) {
            rows.forEach(row -> taker.accept(line(row)));
          }
          return file;
        });
  }

  private static SheetLine line(Row row) {
    return new SheetLine(
        row.getRowNum(),
        row.getCellCount(),
        place -> CellReading.of(row.getOptionalCell(place), CellReading.Kind.PLAIN));
  }

  private static void readCsv(byte[] file, Consumer<SheetLine> taker) {
    if (file.length > LARGEST_CSV) {
      throw new Refusal.Invalid("CSV 文件超过 5 MB，请拆成几个文件，或另存为 .xlsx 再上传。");
    }
    List<String> lines = text(file).lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      List<String> cells = cells(lines.get(number - 1));
      taker.accept(
          new SheetLine(
              number,
              cells.size(),
              place ->
                  new CellReading(place < cells.size() ? cells.get(place) : "", Optional.empty())));
    }
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
