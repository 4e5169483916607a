package cn.sunshine.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.rules.TableSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Excel allows less in the name of a sheet than a table may be called. */
class TableWorkbookTest {

  @Test
  void tablesComeBackWhateverTheyAreCalled() throws IOException {
    List<TableSheet> tables =
        List.of(
            table("a", "收入/资产：情况[1]*?"),
            table("b", "很长的名称".repeat(10) + "一"),
            table("c", "很长的名称".repeat(10) + "二"),
            table("d", "同名"),
            table("e", "同名"),
            table("f", "'引号'"),
            table("g", " "));
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();

    TableWorkbook.write(tables, workbook);

    assertThat(TableWorkbook.read(workbook.toByteArray(), tables)).isEqualTo(tables);
  }

  /** A cell that begins like a formula is a text in the workbook, and comes back as it was. */
  @Test
  void whatLooksLikeAFormulaIsAText() throws IOException {
    TableSheet table =
        new TableSheet(
            "a",
            "收入情况",
            List.of("收入"),
            "结论",
            List.of(new TableSheet.Row("r", List.of("=1+1"), "\"是\"", "=HYPERLINK(\"http://x\")")));
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();

    TableWorkbook.write(List.of(table), workbook);

    assertThat(TableWorkbook.read(workbook.toByteArray(), List.of(table))).containsExactly(table);
  }

  private static TableSheet table(String id, String name) {
    return new TableSheet(
        id,
        name,
        List.of("收入"),
        "结论",
        List.of(new TableSheet.Row(id + "-1", List.of("-"), "\"是\"", "NT-8")));
  }
}
