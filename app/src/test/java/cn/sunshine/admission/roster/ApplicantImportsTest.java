package cn.sunshine.admission.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import cn.sunshine.spreadsheet.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** Issue 2, point 5: a township imports a sheet of applicants. */
@RunningSystem
class ApplicantImportsTest {

  private static final String TOWNSHIP = "320612104";
  private static final PageRequest FIRST_PAGE = PageRequest.of(0, 500);

  @LocalServerPort int port;
  @Autowired ApplicantImports imports;
  @Autowired ImportWorker worker;

  private final Actor office = officeOf(TOWNSHIP);
  private int households;

  @AfterEach
  void nothingIsLeftRunning() {
    imports.runs(FIRST_PAGE, office).forEach(run -> imports.cancel(run.id(), office));
  }

  @Test
  void goodHouseholdsBecomeCasesAndBadOnesSayWhatIsWrong() throws IOException {
    List<String> head = head("一社村", Applications.nextNumber());
    List<String> wife = member(Applications.nextNumber(), "配偶");
    List<String> wrongDigit = head("320612104200", "320612198001010000");
    List<String> unknownVillage = head("草庙村", Applications.nextNumber());

    ImportRun run =
        imported(
            Workbooks.of(
                head, wife, wrongDigit, unknownVillage, head("贡安村", Applications.nextNumber())));

    assertThat(run.total()).isEqualTo(4);
    assertThat(run.started()).isEqualTo(2);
    assertThat(run.failed()).isEqualTo(2);
    List<ImportedHousehold> started = of(run, ImportedHousehold.State.STARTED);
    assertThat(started.getFirst().persons()).isEqualTo(2);
    Person county = Person.official(port, "county.320612");
    assertThat(county.seesCase(started.getFirst().caseId().orElseThrow()).path("region").asString())
        .isEqualTo("320612104200");
    List<ImportedHousehold> failed = of(run, ImportedHousehold.State.FAILED);
    assertThat(failed.getFirst().faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(4);
              assertThat(fault.column()).isEqualTo("身份证号码");
              assertThat(fault.message()).contains("校验码").doesNotContain("19800101");
            });
    assertThat(failed.getLast().faults())
        .singleElement()
        .extracting(CellFault::column)
        .isEqualTo("村（居）");
  }

  @Test
  void everyFaultOfAHouseholdIsToldAtOnceByRowAndColumn() throws IOException {
    ImportRun run =
        imported(
            Workbooks.of(
                List.of("1", "", "张", "1", "户主", "12345", "两万", "懒惰", "", ""),
                List.of("1", "", "", Applications.nextNumber(), "", "", "500")));

    assertThat(of(run, ImportedHousehold.State.FAILED).getFirst().faults())
        .extracting(fault -> fault.line() + fault.column())
        .containsExactlyInAnyOrder(
            "2村（居）", "2姓名", "2身份证号码", "2联系电话", "2家庭年收入（元）", "2致贫原因", "3姓名", "3与户主关系", "3家庭年收入（元）");
  }

  @Test
  void aHouseholdWithoutAHeadOrWithTwoIsNotStarted() throws IOException {
    List<String> second = new ArrayList<>(head("一社村", Applications.nextNumber()));
    List<String> third = new ArrayList<>(second);
    third.set(3, Applications.nextNumber());

    ImportRun run =
        imported(
            Workbooks.of(
                List.of("x", "一社村", "李桂芳", Applications.nextNumber(), "配偶", "", "100"),
                second,
                third));

    List<ImportedHousehold> failed = of(run, ImportedHousehold.State.FAILED);
    assertThat(failed).hasSize(2);
    assertThat(failed.getFirst().faults().getFirst().message()).contains("没有户主");
    assertThat(failed.getLast().faults().getFirst().message()).contains("只能有一个户主");
  }

  @Test
  void theSameFileTwiceStartsNothingTwice() throws IOException {
    byte[] file =
        Workbooks.of(
            head("一社村", Applications.nextNumber()), head("贡安村", Applications.nextNumber()));
    ImportRun first = imported(file);

    ImportRun second = imported(file);

    assertThat(second.started()).isZero();
    String caseId = of(first, ImportedHousehold.State.STARTED).getFirst().caseId().orElseThrow();
    assertThat(of(second, ImportedHousehold.State.FAILED).getFirst().faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.column()).isEqualTo("身份证号码");
              assertThat(fault.message()).contains(caseId);
            });
  }

  @Test
  void aPersonTwiceInOneFileIsTakenOnce() throws IOException {
    String number = Applications.nextNumber();

    ImportRun run = imported(Workbooks.of(head("一社村", number), head("贡安村", number)));

    assertThat(run.started()).isEqualTo(1);
    assertThat(run.failed()).isEqualTo(1);
  }

  @Test
  void theCorrectionSheetIsCorrectedAndUploadedAgain() throws IOException {
    String wife = Applications.nextNumber();
    ImportRun run =
        imported(
            Workbooks.of(
                head("不存在的村", Applications.nextNumber()),
                member(wife, "配偶"),
                head("一社村", Applications.nextNumber())));

    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    imports.writeCorrections(run.id(), office, sheet);

    List<List<String>> rows = rowsOf(sheet.toByteArray());
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst().getLast()).isEqualTo("错误说明");
    assertThat(rows.get(1).getLast()).contains("村（居）").contains("没有这个村");
    assertThat(rows.get(2).get(3)).isEqualTo(wife);
    rows.get(1).set(1, "贡安村");
    ImportRun again =
        imported(
            Workbooks.with(
                s ->
                    IntStream.range(0, 3)
                        .forEach(line -> Workbooks.write(s, line, rows.get(line)))));
    assertThat(again.started()).isEqualTo(1);
    assertThat(again.failed()).isZero();
    assertThat(again.ignoredColumns()).isEmpty();
  }

  @Test
  void theTemplateIsTakenAsItIsOnceTheExampleIsFollowedByApplicants() throws IOException {
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    imports.writeTemplate(TOWNSHIP, office, template);

    assertThatThrownBy(() -> RosterReader.read(template.toByteArray()))
        .hasMessageContaining("没有申请人");
    List<List<String>> rows = rowsOf(template.toByteArray());
    assertThat(rows.getFirst()).isEqualTo(Workbooks.HEADER);
    assertThat(rows.get(1).getFirst()).startsWith("示例");
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
      assertThat(workbook.getSheets().map(s -> s.getName()))
          .containsExactly("申请人", "填写说明", "村（居）名单");
      assertThat(workbook.getSheet(2).orElseThrow().read())
          .anySatisfy(row -> assertThat(row.getCellText(1)).isEqualTo("320612104200"));
    }
  }

  @Test
  void anImportIsCancelledAndItsRemainderCanBeUploadedAgain() throws IOException {
    byte[] file =
        Workbooks.of(
            IntStream.range(0, 60)
                .mapToObj(i -> head("一社村", Applications.nextNumber()))
                .<List<String>>toArray(List[]::new));

    ImportRun run = upload(file);
    ImportRun cancelled = imports.cancel(run.id(), office);

    assertThat(cancelled.state()).isEqualTo(ImportRun.State.CANCELLED);
    ByteArrayOutputStream sheet = new ByteArrayOutputStream();
    imports.writeCorrections(run.id(), office, sheet);
    ImportRun rest = imported(sheet.toByteArray());
    ImportRun before = imports.find(run.id(), office);
    assertThat(before.started() + rest.started()).isEqualTo(60);
    assertThat(rest.failed()).isZero();
  }

  @Test
  void anImportGoesOnAfterAStop() throws IOException {
    byte[] file =
        Workbooks.of(
            IntStream.range(0, 30)
                .mapToObj(i -> head("一社村", Applications.nextNumber()))
                .<List<String>>toArray(List[]::new));
    ImportRun run = upload(file);

    worker.stop();
    worker.start();

    ImportRun ended = ended(run);
    assertThat(ended.started()).isEqualTo(30);
    assertThat(ended.failed()).isZero();
  }

  @Test
  void oneImportOfATownshipAtATime() throws IOException {
    worker.stop();
    try {
      upload(Workbooks.of(head("一社村", Applications.nextNumber())));

      assertThatThrownBy(() -> upload(Workbooks.of(head("一社村", Applications.nextNumber()))))
          .isInstanceOf(Refusal.Conflict.class)
          .hasMessageContaining("正在导入");
    } finally {
      worker.start();
    }
  }

  @Test
  void onlyTheOfficeOfTheTownshipImportsAndSeesTheImport() throws IOException {
    byte[] file = Workbooks.of(head("一社村", Applications.nextNumber()));
    ImportRun run = imported(file);
    Actor neighbour = officeOf("320612103");
    Actor county = new Actor("county.320612", "", Set.of(new Grant(Role.COUNTY_OFFICE, "320612")));

    assertThatThrownBy(
            () -> imports.start(TOWNSHIP, "表.xlsx", new ByteArrayInputStream(file), neighbour))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> imports.find(run.id(), neighbour))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(
            () -> imports.writeCorrections(run.id(), county, new ByteArrayOutputStream()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> imports.runs(FIRST_PAGE, county))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(imports.runs(FIRST_PAGE, office)).extracting(ImportRun::id).contains(run.id());
  }

  private List<String> head(String village, String idNumber) {
    households++;
    return List.of(
        Integer.toString(households),
        village,
        "张建国",
        idNumber,
        "户主",
        "13800000000",
        "12000",
        "因病、失业",
        "三组 12 号",
        "");
  }

  private List<String> member(String idNumber, String relation) {
    return List.of(Integer.toString(households), "", "李桂芳", idNumber, relation);
  }

  private ImportRun imported(byte[] file) throws IOException {
    return ended(upload(file));
  }

  private ImportRun upload(byte[] file) throws IOException {
    return imports.start(TOWNSHIP, "花名册.xlsx", new ByteArrayInputStream(file), office);
  }

  private ImportRun ended(ImportRun run) {
    return Eventually.present(
        () -> "the import does not end: " + imports.find(run.id(), office),
        () ->
            Optional.of(imports.find(run.id(), office))
                .filter(now -> now.state() == ImportRun.State.FINISHED));
  }

  private List<ImportedHousehold> of(ImportRun run, ImportedHousehold.State state) {
    return imports.households(run.id(), Optional.of(state), FIRST_PAGE, office).getContent();
  }

  private static List<List<String>> rowsOf(byte[] workbook) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      for (Row row : read.getFirstSheet().read()) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < row.getCellCount(); place++) {
          cells.add(row.getCellText(place));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private static Actor officeOf(String township) {
    return new Actor(
        "township." + township, "演示", Set.of(new Grant(Role.TOWNSHIP_OFFICE, township)));
  }
}
