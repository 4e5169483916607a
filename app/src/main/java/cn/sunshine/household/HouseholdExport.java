package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  private record Column(String title, int width, Function<HouseholdView, Object> cell) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("户号", 24, HouseholdView::householdNumber),
          new Column("地区", 36, HouseholdView::regionName),
          new Column("户主", 12, household -> household.head().name()),
          new Column("身份证号码", 22, household -> household.head().idNumber()),
          new Column("联系电话", 16, household -> household.head().phone()),
          new Column("人口", 8, HouseholdView::persons),
          new Column("家庭年收入（元）", 16, HouseholdView::yearlyIncome),
          new Column("人均年收入（元）", 16, HouseholdView::incomePerPerson),
          new Column("致贫原因", 20, HouseholdExport::causes),
          new Column("住址", 40, HouseholdView::address),
          new Column("状态", 10, household -> household.status().chinese()),
          new Column("纳入日期", 12, household -> household.admittedOn().toString()));

  private final Households households;
  private final int maxRows;

  HouseholdExport(
      Households households, @Value("${sunshine.household.export-max-rows:50000}") int maxRows) {
    this.households = households;
    this.maxRows = maxRows;
  }

  /**
   * Writes an .xlsx and leaves the stream open. Nothing is written when the search is refused.
   *
   * @throws Refusal.Invalid when more households are selected than one sheet may hold
   */
  @Transactional(readOnly = true)
  public void write(HouseholdFilter filter, Sort sort, Actor actor, OutputStream out) {
    long selected = households.totals(filter, actor).households();
    if (selected > maxRows) {
      throw new Refusal.Invalid("一次最多导出 " + maxRows + " 户，现在选中 " + selected + " 户。请按地区缩小范围后再导出。");
    }
    try (Workbook workbook = new Workbook(out, "Sunshine", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("低收入户名册");
      writeHeader(sheet);
      AtomicInteger line = new AtomicInteger(1);
      households.forEach(
          filter, sort, actor, household -> writeRow(sheet, line.getAndIncrement(), household));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeHeader(Worksheet sheet) {
    for (int column = 0; column < COLUMNS.size(); column++) {
      sheet.width(column, COLUMNS.get(column).width());
      sheet.value(0, column, COLUMNS.get(column).title());
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
  }

  private static void writeRow(Worksheet sheet, int line, HouseholdView household) {
    for (int column = 0; column < COLUMNS.size(); column++) {
      Object cell = COLUMNS.get(column).cell().apply(household);
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

  private static String causes(HouseholdView household) {
    return household.causes().stream().map(Cause::chinese).collect(Collectors.joining("、"));
  }
}
