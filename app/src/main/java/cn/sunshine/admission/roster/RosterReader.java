package cn.sunshine.admission.roster;

import cn.sunshine.problem.Refusal;
import cn.sunshine.spreadsheet.CellReading;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;

/** Reads an uploaded workbook row by row into households. */
final class RosterReader {

  static final int MOST_ROWS = 5_000;

  /** A title and a remark may stand above the header. */
  private static final int ROWS_UP_TO_HEADER = 10;

  private static final int TITLES_THAT_MAKE_A_HEADER = 3;
  private static final String EXAMPLE = "示例";

  private final Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
  private final List<String> ignoredColumns = new ArrayList<>();
  private final List<RosterHousehold> households = new ArrayList<>();
  private List<RosterRow> together = new ArrayList<>();
  private List<CellFault> faults = new ArrayList<>();

  private RosterReader() {}

  /**
   * @throws Refusal.Invalid when the file as a whole cannot be taken; what is wrong in single cells
   *     is told by the households
   */
  static Roster read(byte[] file) {
    return UploadedWorkbook.read(file, workbook -> new RosterReader().readWorkbook(workbook));
  }

  private Roster readWorkbook(UploadedWorkbook workbook) throws IOException {
    try (Stream<Row> rows = workbook.sheet(RosterSheet.NAME).openStream()) {
      Iterator<Row> remaining = rows.iterator();
      readHeader(remaining);
      readPersons(remaining);
    }
    if (households.isEmpty()) {
      throw new Refusal.Invalid("表里没有申请人（标着“示例”的行不算）。请从表头下面一行开始填写，每人一行。");
    }
    return new Roster(List.copyOf(households), List.copyOf(ignoredColumns));
  }

  private void readHeader(Iterator<Row> rows) {
    for (int looked = 0; looked < ROWS_UP_TO_HEADER && rows.hasNext(); looked++) {
      List<String> titles = titles(rows.next());
      long known = titles.stream().filter(t -> RosterColumn.ofTitle(t).isPresent()).count();
      if (known >= TITLES_THAT_MAKE_A_HEADER) {
        takeHeader(titles);
        return;
      }
    }
    throw new Refusal.Invalid(
        "没有找到表头。第一行应有这些列：" + titlesOf(Arrays.asList(RosterColumn.values())) + "。请下载模板，填写后上传。");
  }

  private static List<String> titles(Row row) {
    return java.util.stream.IntStream.range(0, row.getCellCount())
        .mapToObj(row::getOptionalCell)
        .map(cell -> cell.map(Cell::getText).orElse("").strip())
        .toList();
  }

  private void takeHeader(List<String> titles) {
    for (int place = 0; place < titles.size(); place++) {
      String title = titles.get(place);
      Optional<RosterColumn> column = RosterColumn.ofTitle(title);
      if (column.isPresent()) {
        if (places.putIfAbsent(column.get(), place) != null) {
          throw new Refusal.Invalid("表头里有两列都是“" + column.get().title() + "”，请删去一列。");
        }
      } else if (!title.isEmpty() && !title.equals(RosterColumn.FAULTS)) {
        ignoredColumns.add(title.length() > 50 ? title.substring(0, 50) + "…" : title);
      }
    }
    List<RosterColumn> missing =
        Arrays.stream(RosterColumn.values())
            .filter(column -> column.isRequired() && !places.containsKey(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal.Invalid("表头缺少这些列：" + titlesOf(missing) + "。请下载模板，按模板的列填写。");
    }
  }

  private static String titlesOf(List<RosterColumn> columns) {
    return columns.stream().map(RosterColumn::title).collect(Collectors.joining("、"));
  }

  private void readPersons(Iterator<Row> rows) {
    int persons = 0;
    while (rows.hasNext()) {
      Row row = rows.next();
      List<CellFault> inRow = new ArrayList<>();
      RosterRow person = person(row, inRow);
      if (person.values().isEmpty() && inRow.isEmpty()) {
        continue;
      }
      if (person.value(RosterColumn.HOUSEHOLD).startsWith(EXAMPLE)) {
        continue;
      }
      if (++persons > MOST_ROWS) {
        throw new Refusal.Invalid("一次最多导入 " + MOST_ROWS + " 行，请拆成几个文件。");
      }
      if (beginsHousehold(person)) {
        closeHousehold();
      }
      together.add(person);
      faults.addAll(inRow);
    }
    closeHousehold();
  }

  private RosterRow person(Row row, List<CellFault> faultsInRow) {
    Map<RosterColumn, String> values = new EnumMap<>(RosterColumn.class);
    places.forEach(
        (column, place) -> {
          CellReading cell = CellReading.of(row.getOptionalCell(place), kind(column));
          cell.fault()
              .ifPresent(fault -> faultsInRow.add(CellFault.at(row.getRowNum(), column, fault)));
          if (!cell.text().isEmpty()) {
            values.put(column, cell.text());
          }
        });
    return new RosterRow(row.getRowNum(), values);
  }

  private static CellReading.Kind kind(RosterColumn column) {
    return column == RosterColumn.ID_NUMBER ? CellReading.Kind.ID_NUMBER : CellReading.Kind.PLAIN;
  }

  /** Another number begins another household; no number, as in merged cells, continues the last. */
  private boolean beginsHousehold(RosterRow person) {
    String number = person.value(RosterColumn.HOUSEHOLD);
    return !together.isEmpty()
        && (number.isEmpty()
            ? person.isOfHead()
            : !number.equals(together.getFirst().value(RosterColumn.HOUSEHOLD)));
  }

  private void closeHousehold() {
    if (!together.isEmpty()) {
      households.add(new RosterHousehold(together, faults));
      together = new ArrayList<>();
      faults = new ArrayList<>();
    }
  }
}
