package cn.sunshine.decisiontable;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Decision tables as an Excel workbook: a sheet for each table, a column for each condition, the
 * answer, the annotation, and the row's own id, by which a row is known again.
 */
final class TableWorkbook {

  private static final String NOTE = "依据";
  private static final String ID = "行标识";
  private static final int MOST_ROWS = 1_000;
  private static final int LONGEST_CELL = 1_000;
  private static final int LONGEST_NAME = 31;

  private TableWorkbook() {}

  static void write(List<TableSheet> tables, OutputStream out) throws IOException {
    List<String> names = sheetNames(tables);
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      for (int i = 0; i < tables.size(); i++) {
        TableSheet table = tables.get(i);
        Worksheet sheet = workbook.newWorksheet(names.get(i));
        List<String> heads = heads(table);
        for (int column = 0; column < heads.size(); column++) {
          sheet.value(0, column, heads.get(column));
          sheet.width(column, 24);
        }
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().fillColor("EEF1F5").set();
        sheet.freezePane(0, 1);
        for (int line = 0; line < table.rows().size(); line++) {
          List<String> cells = cells(table.rows().get(line));
          for (int column = 0; column < cells.size(); column++) {
            sheet.value(line + 1, column, cells.get(column));
          }
        }
      }
    }
  }

  /** What Excel allows of the tables' names, each once. */
  private static List<String> sheetNames(List<TableSheet> tables) {
    List<String> names = new ArrayList<>();
    for (TableSheet table : tables) {
      String plain = table.name().isBlank() ? table.decision() : table.name();
      String allowed = plain.replaceAll("[/\\\\?*\\]\\[:'\\p{Cntrl}]", "-");
      String name = shortened(allowed, "");
      for (int next = 2; names.stream().anyMatch(name::equalsIgnoreCase); next++) {
        name = shortened(allowed, "-" + next);
      }
      names.add(name);
    }
    return names;
  }

  private static String shortened(String name, String end) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME - end.length())) + end;
  }

  private static List<String> heads(TableSheet table) {
    List<String> heads = new ArrayList<>(table.conditions());
    heads.addAll(List.of("结论：" + table.answer(), NOTE, ID));
    return heads;
  }

  private static List<String> cells(TableSheet.Row row) {
    List<String> cells = new ArrayList<>(row.cells());
    cells.addAll(List.of(row.answer(), row.note(), row.id()));
    return cells;
  }

  /**
   * Reads a workbook back.
   *
   * @param tables what it was written from: names and columns must be the same, rows may differ
   * @throws Refusal.Invalid saying which sheet, row and column is wrong
   */
  static List<TableSheet> read(byte[] file, List<TableSheet> tables) {
    return UploadedWorkbook.read(file, workbook -> read(workbook, tables));
  }

  private static List<TableSheet> read(UploadedWorkbook workbook, List<TableSheet> tables)
      throws IOException {
    List<TableSheet> read = new ArrayList<>();
    List<String> names = sheetNames(tables);
    for (int i = 0; i < tables.size(); i++) {
      Optional<Sheet> sheet = workbook.find(names.get(i));
      if (sheet.isPresent()) {
        read.add(read(sheet.get(), tables.get(i)));
      }
    }
    if (read.isEmpty()) {
      throw new Refusal.Invalid(
          "文件里没有一张工作表叫 %s。请先导出，在导出的文件里改。"
              .formatted(
                  names.stream().map(name -> "“" + name + "”").collect(Collectors.joining("或"))));
    }
    return read;
  }

  private static TableSheet read(Sheet sheet, TableSheet table) throws IOException {
    List<String> heads = heads(table);
    List<TableSheet.Row> rows = new ArrayList<>();
    try (Stream<Row> stream = sheet.openStream()) {
      for (Row row : (Iterable<Row>) stream::iterator) {
        List<String> cells = texts(row, heads.size());
        if (row.getRowNum() == 1) {
          requireHeads(table, heads, cells);
        } else if (cells.stream().anyMatch(text -> !text.isEmpty())) {
          if (rows.size() == MOST_ROWS) {
            throw new Refusal.Invalid("工作表“%s”超过 %,d 行。".formatted(table.name(), MOST_ROWS));
          }
          rows.add(row(table, row.getRowNum(), cells));
        }
      }
    }
    return new TableSheet(table.decision(), table.name(), table.conditions(), table.answer(), rows);
  }

  private static void requireHeads(TableSheet table, List<String> heads, List<String> cells) {
    for (int column = 0; column < heads.size() - 1; column++) {
      if (!heads.get(column).equals(cells.get(column))) {
        throw new Refusal.Invalid(
            "工作表“%s”第 1 行第 %d 列应为“%s”，现在是“%s”。条件列不能在 Excel 里增减。"
                .formatted(table.name(), column + 1, heads.get(column), cells.get(column)));
      }
    }
  }

  private static TableSheet.Row row(TableSheet table, int number, List<String> cells) {
    int conditions = table.conditions().size();
    for (int column = 0; column <= conditions; column++) {
      if (cells.get(column).isEmpty()) {
        throw new Refusal.Invalid(
            "工作表“%s”第 %d 行第 %d 列是空的；条件不限就写 -。".formatted(table.name(), number, column + 1));
      }
      if (cells.get(column).length() > LONGEST_CELL) {
        throw new Refusal.Invalid(
            "工作表“%s”第 %d 行第 %d 列太长。".formatted(table.name(), number, column + 1));
      }
    }
    return new TableSheet.Row(
        cells.get(conditions + 2),
        cells.subList(0, conditions),
        cells.get(conditions),
        cells.get(conditions + 1));
  }

  private static List<String> texts(Row row, int columns) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      texts.add(row.getOptionalCell(column).map(Cell::getText).map(String::strip).orElse(""));
    }
    return texts;
  }
}
