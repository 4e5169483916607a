package cn.sunshine.trialrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import cn.sunshine.spreadsheet.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A sheet of households is taken as a whole or refused with each row and column that is wrong. */
class SheetReaderTest {

  private static final String TITLES = "编号,姓名,地区编码,家庭人口,家庭年收入,车辆,住房\n";

  private final Regions regions =
      new AnnotationConfigApplicationContext(Regions.class).getBean(Regions.class);

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void aSheetSavedByExcelIsRead(String encoding) {
    String sheet = TITLES + "A1,张三,320685109,3,20000.5,1,0\r\n,,,,,,\r\n\"A,2\",李四,320685,,,,2\r\n";

    List<RegisterEntry> entries =
        SheetReader.read(sheet.getBytes(Charset.forName(encoding)), "3206", regions);

    assertThat(entries).hasSize(2);
    RegisterEntry first = entries.getFirst();
    assertThat(first.number()).as("no names are kept").isEqualTo("第 2 行 A1");
    assertThat(first.region()).isEqualTo("320685109");
    assertThat(first.household().members()).isEqualTo(OptionalInt.of(3));
    assertThat(first.household().yearlyIncome()).isEqualTo(OptionalLong.of(20_000_50));
    assertThat(first.household().assets())
        .containsExactly(new Asset(AssetItem.VEHICLE, "320685109", 1, ""));
    RegisterEntry second = entries.getLast();
    assertThat(second.number()).isEqualTo("第 4 行 A,2");
    assertThat(second.household().members()).as("empty is missing, not none").isEmpty();
    assertThat(second.household().yearlyIncome()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'A,,999999,3,100,,', 第 2 行 地区编码",
    "'A,,3206,3,100,,', 第 2 行 地区编码",
    "'A,,320412,3,100,,', 第 2 行 地区编码",
    "'A,,320685,0,100,,', 第 2 行 家庭人口",
    "'A,,320685,3.5,100,,', 第 2 行 家庭人口",
    "'A,,320685,3,-1,,', 第 2 行 家庭年收入",
    "'A,,320685,3,两万,,', 第 2 行 家庭年收入",
    "'A,,320685,3,1.234,,', 第 2 行 家庭年收入",
    "'A,,320685,3,100,101,', 第 2 行 车辆",
    "'A,,320685,3,100,,有', 第 2 行 住房",
  })
  void aWrongCellIsNamed(String row, String place) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> read(TITLES + row))
        .satisfies(
            refused ->
                assertThat(refused.faults()).extracting(FieldFault::field).containsExactly(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "编号,姓名\nA,B", "地区编码,地区编码,家庭人口,家庭年收入\n", "PK\u0003\u0004"})
  void whatIsNoSuchSheetIsRefused(String text) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> read(text));
  }

  @Test
  void titlesAloneAreNothingToTry() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> read(TITLES))
        .withMessageContaining("没有要试算的户");
  }

  @Test
  void tooManyRowsAreRefused() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> read(TITLES + "A,,320685,3,100,,\n".repeat(SheetReader.MOST_ROWS + 1)))
        .withMessageContaining("50,000");
  }

  // ---- workbooks

  private static final List<String> HEADER = List.of("编号", "姓名", "地区编码", "家庭人口", "家庭年收入", "车辆");

  @Test
  void aWorkbookIsReadWithNumbersOrTextsInItsCells() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, List.of("2027 年摸底（表头在第 3 行）"));
              Workbooks.write(sheet, 2, HEADER);
              Workbooks.write(sheet, 3, List.of("示例1", "某", "320685109", "3", "1", ""));
              Workbooks.write(sheet, 4, List.of("A1", "张三", "320685109", "3", "20000.5", "1"));
              sheet.value(6, 0, "A2");
              sheet.value(6, 2, 320685109203L);
              sheet.value(6, 3, 2);
              sheet.value(6, 4, 15000.25);
            });

    List<RegisterEntry> entries = SheetReader.read(file, "3206", regions);

    assertThat(entries)
        .extracting(RegisterEntry::number, RegisterEntry::region)
        .containsExactly(tuple("第 5 行 A1", "320685109"), tuple("第 7 行 A2", "320685109203"));
    assertThat(entries.getFirst().household().assets()).hasSize(1);
    assertThat(entries.getLast().household().yearlyIncome()).isEqualTo(OptionalLong.of(15_000_25));
    assertThat(entries.getLast().household().members()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void eachWrongCellOfAWorkbookIsNamedByRowAndColumn() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, HEADER);
              Workbooks.write(sheet, 1, List.of("A1", "", "320685109", "3", "20000"));
              Workbooks.write(sheet, 2, List.of("A2", "", "999999", "零", "两万", "101"));
              Workbooks.write(sheet, 3, List.of("A3", "", "320685109", "3", "#N/A"));
              sheet.value(4, 2, true);
              sheet.value(4, 3, 1);
              sheet.value(4, 4, java.time.LocalDate.of(2026, 1, 1));
              sheet.style(4, 4).format("yyyy-mm-dd").set();
            });

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> SheetReader.read(file, "3206", regions))
        .satisfies(
            refused ->
                assertThat(refused.faults())
                    .extracting(FieldFault::field)
                    .containsExactlyInAnyOrder(
                        "第 3 行 地区编码",
                        "第 3 行 家庭人口",
                        "第 3 行 家庭年收入",
                        "第 3 行 车辆",
                        "第 4 行 家庭年收入",
                        "第 5 行 地区编码",
                        "第 5 行 家庭年收入"))
        .withMessageContaining("表里有 7 处不对");
  }

  @Test
  void theTemplateIsFilledInAndReadBack() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    SheetTemplate.write("3206", regions, template);
    byte[] file = template.toByteArray();

    assertThatExceptionOfType(Refusal.Invalid.class)
        .as("examples are not tried")
        .isThrownBy(() -> SheetReader.read(file, "3206", regions))
        .withMessageContaining("没有要试算的户");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      assertThat(workbook.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName))
          .containsExactly("试算户", "填写说明", "地区编码");
      assertThat(workbook.findSheet("试算户").orElseThrow().read().getFirst())
          .extracting(org.dhatim.fastexcel.reader.Cell::getText)
          .containsExactlyElementsOf(SheetColumn.titles());
      assertThat(workbook.findSheet("地区编码").orElseThrow().read())
          .anyMatch(
              row -> row.getCellText(0).contains("雅周镇") && row.getCellText(1).equals("320685109"));
    }
  }

  @Test
  void aWorkbookMadeToDoHarmIsRefused() throws IOException {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, HEADER);
              Workbooks.write(sheet, 1, List.of("A1", "", "320685109", "3", "20000"));
            });
    byte[] zeros = new byte[70 * 1024 * 1024];
    assertRefused(Workbooks.zipped(Map.of("xl/media/image1.png", zeros)), "太大");
    assertRefused(Workbooks.tampered(file, "r=\"A2\"", "r=\"ZZZZZZ2\""), "已损坏");
    assertRefused(Workbooks.tampered(file, "<v>0</v>", "<v>999999999</v>"), "已损坏");
    byte[] withEntities =
        Workbooks.tampered(
            file,
            "<worksheet",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet");
    assertRefused(Workbooks.tampered(withEntities, "<v>0</v>", "<v>&a;</v>"), "已损坏");
    assertRefused(
        new byte[] {
          (byte) 0xD0,
          (byte) 0xCF,
          0x11,
          (byte) 0xE0,
          (byte) 0xA1,
          (byte) 0xB1,
          0x1A,
          (byte) 0xE1,
          0
        },
        "旧格式");
  }

  @Test
  void aWorkbookWithTooManyRowsIsRefused() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, HEADER);
              for (int line = 1; line <= SheetReader.MOST_ROWS + 1; line++) {
                sheet.value(line, 2, 320685);
                sheet.value(line, 3, 1);
                sheet.value(line, 4, 1);
              }
            });

    assertRefused(file, "50,000");
  }

  private void assertRefused(byte[] file, String words) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> SheetReader.read(file, "3206", regions))
        .withMessageContaining(words);
  }

  private List<RegisterEntry> read(String text) {
    return SheetReader.read(text.getBytes(StandardCharsets.UTF_8), "3206", regions);
  }
}
