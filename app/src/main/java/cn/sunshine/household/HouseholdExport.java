package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.problem.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what a search selects as an Excel sheet, masked as on the screen. */
@Service
public class HouseholdExport {

  /** The stream of the trail that holds who took sheets out of the register. */
  static final String TRAIL = "register:exports";

  private static final int FLUSHED_EVERY = 500;

  private final Households households;
  private final AuditTrail audit;
  private final TransactionTemplate atOnce;
  private final int maxRows;

  HouseholdExport(
      Households households,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      @Value("${sunshine.household.export-max-rows:50000}") int maxRows) {
    this.households = households;
    this.audit = audit;
    this.atOnce = new TransactionTemplate(transactions);
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.maxRows = maxRows;
  }

  /**
   * Writes an .xlsx of the chosen columns and leaves the stream open. Nothing is written when the
   * search is refused. That the sheet was taken is on record before its first row leaves (JY-17).
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
    atOnce.executeWithoutResult(tx -> record(filter, columns, actor));
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

  /** What was looked for may be a name or an ID number: only that something was is kept. */
  private void record(HouseholdFilter filter, List<RegisterColumn> columns, Actor actor) {
    audit.append(
        TRAIL,
        actor.username(),
        filter.region().orElse(""),
        "export",
        "",
        Map.of(
            "columns", columns.stream().map(RegisterColumn::title).toList(),
            "households", households.totals(filter, actor).households(),
            "searched", filter.q().isPresent()));
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
