package cn.sunshine.admission.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.problem.Refusal;
import cn.sunshine.spreadsheet.UploadedWorkbook;
import cn.sunshine.spreadsheet.Workbooks;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read from a sheet of applicants, and what is said where it cannot be. */
class RosterReaderTest {

  private static final List<String> HEAD =
      List.of(
          "1", "草庙村", "张建国", "11010519491231002X", "户主", "13800000000", "12000", "因病", "三组", "");
  private static final List<String> WIFE = List.of("1", "", "李桂芳", "440524188001010014", "配偶");

  @Test
  void theRowsOfAHouseholdAreReadTogether() {
    Roster roster =
        RosterReader.read(Workbooks.of(HEAD, WIFE, List.of("2", "草庙村", "王海燕", "", "户主")));

    assertThat(roster.households()).hasSize(2);
    RosterHousehold first = roster.households().getFirst();
    assertThat(first.line()).isEqualTo(2);
    assertThat(first.headName()).isEqualTo("张建国");
    assertThat(first.rows().getLast().value(RosterColumn.NAME)).isEqualTo("李桂芳");
    assertThat(first.faults()).isEmpty();
  }

  @Test
  void anEmptyHouseholdNumberContinuesTheHouseholdAsMergedCellsDo() {
    Roster roster = RosterReader.read(Workbooks.of(HEAD, List.of("", "", "李桂芳", "", "配偶")));

    assertThat(roster.households()).singleElement().satisfies(h -> assertThat(h.rows()).hasSize(2));
  }

  @Test
  void theSameNumberFurtherDownIsAnotherVillagesHousehold() {
    Roster roster =
        RosterReader.read(Workbooks.of(HEAD, List.of("2", "草庙村", "王海燕", "", "户主"), HEAD));

    assertThat(roster.households()).hasSize(3);
  }

  @Test
  void columnsMayStandInAnotherOrderUnderATitleAndWithOtherBrackets() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              sheet.value(0, 0, "西亭镇低收入户申请花名册");
              Workbooks.write(
                  sheet, 2, List.of("姓名*", "户序号", "身份证号", "村(居)", "与户主关系", "年龄", "家庭年收入(元)"));
              Workbooks.write(
                  sheet, 3, List.of("张建国", "1", "11010519491231002X", "草庙村", "户主", "77", "12000"));
            });

    Roster roster = RosterReader.read(file);

    RosterRow head = roster.households().getFirst().rows().getFirst();
    assertThat(head.line()).isEqualTo(4);
    assertThat(head.value(RosterColumn.NAME)).isEqualTo("张建国");
    assertThat(head.value(RosterColumn.INCOME)).isEqualTo("12000");
    assertThat(roster.ignoredColumns()).containsExactly("年龄");
  }

  @Test
  void numbersAreReadAsTheyWereTyped() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, Workbooks.HEADER);
              sheet.value(1, 0, 1);
              sheet.value(1, 1, 320612101200L);
              sheet.value(1, 2, "张建国");
              sheet.value(1, 5, 13800000000L);
              sheet.value(1, 6, 12000.3);
            });

    RosterRow row = RosterReader.read(file).households().getFirst().rows().getFirst();

    assertThat(row.value(RosterColumn.HOUSEHOLD)).isEqualTo("1");
    assertThat(row.value(RosterColumn.VILLAGE)).isEqualTo("320612101200");
    assertThat(row.value(RosterColumn.PHONE)).isEqualTo("13800000000");
    assertThat(row.value(RosterColumn.INCOME)).isEqualTo("12000.3");
  }

  @Test
  void anIdNumberThatExcelMadeAFloatingPointNumberIsNotGuessed() {
    CellFault fault =
        onlyFault(Workbooks.with(sheet -> idNumberCell(sheet).value(1, 3, 110105194912310000L)));

    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.column()).isEqualTo("身份证号码");
    assertThat(fault.message()).contains("文本").contains("后几位").doesNotContain("1101");
  }

  @Test
  void anIdNumberCopiedAsFloatingPointTextIsNotGuessed() {
    CellFault fault =
        onlyFault(Workbooks.with(sheet -> idNumberCell(sheet).value(1, 3, "1.10105E+17")));

    assertThat(fault.message()).contains("文本");
  }

  @Test
  void aFormulaIsNoIdNumber() {
    CellFault fault =
        onlyFault(Workbooks.with(sheet -> idNumberCell(sheet).formula(1, 3, "UPPER(C2)")));

    assertThat(fault.column()).isEqualTo("身份证号码");
    assertThat(fault.message()).contains("公式");
  }

  @Test
  void aFormulaMaySumTheIncome() throws IOException {
    byte[] file = Workbooks.with(sheet -> idNumberCell(sheet).formula(1, 6, "6000+6000"));
    assertThat(onlyFault(file).message()).contains("公式");

    byte[] calculated = Workbooks.tampered(file, "</f>", "</f><v>12000</v>");

    RosterRow row = RosterReader.read(calculated).households().getFirst().rows().getFirst();
    assertThat(row.value(RosterColumn.INCOME)).isEqualTo("12000");
  }

  @Test
  void aDateInAnIdNumberOrIncomeIsNamed() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              idNumberCell(sheet).value(1, 3, LocalDate.of(1980, 1, 1));
              sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
            });

    assertThat(onlyFault(file).message()).contains("日期格式");
  }

  @Test
  void blanksAroundAndInsideNumbersAreTakenAway() {
    Roster roster =
        RosterReader.read(
            Workbooks.of(List.of(" 1", " 草庙村　", "张建国", "110105 19491231 002x\u00a0", "户主")));

    RosterRow row = roster.households().getFirst().rows().getFirst();
    assertThat(row.value(RosterColumn.ID_NUMBER)).isEqualTo("11010519491231002X");
    assertThat(row.value(RosterColumn.VILLAGE)).isEqualTo("草庙村");
  }

  @Test
  void examplesAndEmptyRowsAreNotApplicants() {
    refused(Workbooks.of(List.of("示例1", "草庙村", "王示例", "", "户主"), List.of(" ")), "没有申请人");
  }

  @Test
  void aFileThatIsNoWorkbookIsRefusedWithWhatToDo() {
    refused(new byte[0], "空的");
    refused("户序号,姓名\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), "下载模板");
    byte[] old = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    refused(old, "另存为");
    byte[] cut = Workbooks.of(HEAD);
    refused(Arrays.copyOf(cut, cut.length / 2), "已损坏");
    refused(new byte[UploadedWorkbook.LARGEST_FILE + 1], "10 MB");
  }

  @Test
  void aWrongHeaderIsToldByColumn() {
    refused(
        Workbooks.with(sheet -> Workbooks.write(sheet, 0, List.of("户序号", "村（居）", "姓名", "与户主关系"))),
        "身份证号码、家庭年收入（元）");
    refused(Workbooks.with(sheet -> Workbooks.write(sheet, 0, List.of("a", "b"))), "没有找到表头");
    refused(
        Workbooks.with(sheet -> Workbooks.write(sheet, 0, List.of("户序号", "姓名", "村（居）", "姓名"))),
        "两列都是“姓名”");
  }

  @Test
  void moreRowsThanOneImportTakesAreRefused() {
    byte[] file =
        Workbooks.with(
            sheet -> {
              Workbooks.write(sheet, 0, Workbooks.HEADER);
              for (int line = 1; line <= RosterReader.MOST_ROWS + 1; line++) {
                sheet.value(line, 0, line);
              }
            });

    refused(file, "最多导入 5000 行");
  }

  @Test
  void anArchiveThatUnpacksToGigabytesIsRefused() throws IOException {
    byte[] zeros = new byte[70 * 1024 * 1024];
    refused(Workbooks.zipped(Map.of("xl/media/image1.png", zeros)), "太大");
    refused(Workbooks.zipped(Map.of("xl/worksheets/sheet1.xml", zeros)), "已损坏");
  }

  @Test
  void aFileMadeToFillTheMemoryIsRefused() throws IOException {
    byte[] file = Workbooks.of(HEAD);
    refused(Workbooks.tampered(file, "r=\"A2\"", "r=\"ZZZZZZ2\""), "已损坏");
    refused(Workbooks.tampered(file, "<v>0</v>", "<v>999999999</v>"), "已损坏");
    byte[] withEntities =
        Workbooks.tampered(
            file,
            "<worksheet",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet");
    refused(Workbooks.tampered(withEntities, "<v>0</v>", "<v>&a;</v>"), "已损坏");
  }

  private static org.dhatim.fastexcel.Worksheet idNumberCell(org.dhatim.fastexcel.Worksheet sheet) {
    Workbooks.write(sheet, 0, Workbooks.HEADER);
    Workbooks.write(sheet, 1, List.of("1", "草庙村", "张建国", "", "户主"));
    return sheet;
  }

  private static List<CellFault> faults(byte[] file) {
    return RosterReader.read(file).households().getFirst().faults();
  }

  private static CellFault onlyFault(byte[] file) {
    assertThat(faults(file)).hasSize(1);
    return faults(file).getFirst();
  }

  private static void refused(byte[] file, String sentence) {
    assertThatThrownBy(() -> RosterReader.read(file))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessageContaining(sentence);
  }
}
