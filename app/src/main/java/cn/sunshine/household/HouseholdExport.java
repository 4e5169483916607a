package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a search selects as an Excel sheet, masked as on the screen. */
@Service
public class HouseholdExport {

  private static final int FLUSHED_EVERY = 500;

  private final Households households;
  private final int maxRows;

  HouseholdExport(
      Households households, @Value("${sunshine.household.export-max-rows:50000}") int maxRows) {
    this.households = households;
    this.maxRows = maxRows;
  }

  /**
   * Writes an .xlsx of the chosen columns and leaves the stream open. Nothing is written when the
   * search is refused.
   *
   * @throws Refusal.Invalid when more households are selected than one sheet may hold
   */
  @Transactional(readOnly = true)
  public void write(
      HouseholdFilter filter,
      Sort sort,
      Set<RegisterColumn> chosen,
      Actor actor,
      OutputStream out) {
    requireFits(filter, actor);
    List<RegisterColumn> columns = chosen.stream().sorted().toList();
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("低收入户名册");
      writeHeader(sheet, columns);
      AtomicInteger line = new AtomicInteger(1);
      households.forEach(
          filter,
          sort,
          actor,
          household -> writeRow(sheet, line.getAndIncrement(), columns, household));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws Refusal.Invalid when more households are selected than one sheet may hold
   */
  @Transactional(readOnly = true)
  public void requireFits(HouseholdFilter filter, Actor actor) {
    long selected = households.totals(filter, actor).households();
    if (selected > maxRows) {
      throw new Refusal.Invalid("一次最多导出 " + maxRows + " 户，现在选中 " + selected + " 户。请按地区缩小范围后再导出。");
    }
  }

  private static void writeHeader(Worksheet sheet, List<RegisterColumn> columns) {
    for (int column = 0; column < columns.size(); column++) {
      sheet.width(column, columns.get(column).width());
      sheet.value(0, column, columns.get(column).title());
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  private static void writeRow(
      Worksheet sheet, int line, List<RegisterColumn> columns, HouseholdView household) {
    for (int column = 0; column < columns.size(); column++) {
      Object cell = columns.get(column).valueOf(household);
      if (cell instanceof Number number) {
        sheet.value(line, column, number);
      } else {
        sheet.value(line, column, cell.toString());
      }
    }
    if (line % FLUSHED_EVERY == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
