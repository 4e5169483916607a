package cn.sunshine.comparison.dropfolder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.WithServices;
import cn.sunshine.comparison.AssetRecord;
import cn.sunshine.comparison.ComparisonSlice;
import cn.sunshine.comparison.ComparisonSource;
import cn.sunshine.forms.IdNumber;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A bureau puts a file into the folder; the test takes the looks that the timer would take. */
@WithServices
@SpringBootTest(
    classes = ComparisonSlice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "sunshine.comparison.scan-interval=1h")
class DropFolderTest {

  private static final String HEADER = "idNumber,item,region,description,amount,asOf\n";

  @TempDir static Path data;

  @Autowired DropFolder folder;
  @Autowired DropFolderProperties properties;
  @Autowired ComparisonSource source;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private Path drop;
  private LocalDate today;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) {
    registry.add("sunshine.data-dir", () -> data.toString());
  }

  @BeforeEach
  void emptyFolder() throws IOException {
    drop = properties.folder();
    today = LocalDate.now(clock);
    for (Path place : List.of(drop, drop.resolve("done"), drop.resolve("failed"))) {
      try (Stream<Path> files = Files.list(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void aGoodFileIsLoadedAndMovedToDone() throws IOException {
    IdNumber person = somebody();
    put("cars.csv", person.value() + ",vehicle,320612,小型轿车,85000.50," + today + "\n");

    lookTwice();

    assertThat(source.recordsOf(List.of(person)))
        .singleElement()
        .satisfies(
            asset -> {
              assertThat(asset.region()).isEqualTo("320612");
              assertThat(asset.amount()).contains(new BigDecimal("85000.50"));
              assertThat(asset.file()).isEqualTo("cars.csv");
            });
    assertThat(drop.resolve("done/cars.csv")).exists();
    assertThat(drop.resolve("cars.csv")).doesNotExist();
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
    IdNumber person = somebody();
    String text = "\uFEFF" + HEADER + person.value() + ",tax,320612,,12," + today + "\n\n";
    Files.writeString(drop.resolve("excel.CSV"), text.replace("\n", "\r\n"));

    lookTwice();

    assertThat(source.recordsOf(List.of(person))).hasSize(1);
    assertThat(drop.resolve("done/excel.CSV")).exists();
  }

  @Test
  void aFaultyFileLoadsNothingAndSaysWhy() throws IOException {
    IdNumber good = somebody();
    String wrong = "320612197003020011";
    put(
        "mixed.csv",
        good.value() + ",vehicle,320612,car,1," + today + "\n" + wrong + ",yacht,1,,x,y\n");

    lookTwice();

    assertThat(source.recordsOf(List.of(good))).isEmpty();
    assertThat(drop.resolve("failed/mixed.csv")).exists();
    assertThat(Files.readString(drop.resolve("failed/mixed.errors.csv")))
        .contains("line,field,message")
        .contains("3,idNumber,", "3,item,", "3,region,", "3,amount,", "3,asOf,")
        .doesNotContain(wrong)
        .doesNotContain("\n2,");
    assertThat(outcomesOf("mixed.csv")).containsExactly("FAILED");
  }

  @Test
  void aFileInAnotherEncodingIsRefused() throws IOException {
    Files.write(
        drop.resolve("gbk.csv"),
        (HEADER + somebody().value() + ",vehicle,320612,小型轿车,1," + today + "\n")
            .getBytes(Charset.forName("GBK")));

    lookTwice();

    assertThat(Files.readString(drop.resolve("failed/gbk.errors.csv"))).contains("UTF-8");
  }

  @Test
  void aWrongHeaderAndASpreadsheetAndAnEndlessLineAreRefused() throws IOException {
    Files.writeString(drop.resolve("header.csv"), "身份证,项目\n");
    Files.writeString(drop.resolve("sheet.xlsx"), "PK");
    Files.writeString(drop.resolve("line.csv"), HEADER + "x".repeat(1_000_000));

    lookTwice();

    assertThat(Files.readString(drop.resolve("failed/header.errors.csv"))).contains("表头");
    assertThat(Files.readString(drop.resolve("failed/sheet.errors.csv"))).contains("CSV");
    assertThat(Files.readString(drop.resolve("failed/line.errors.csv"))).contains("太长");
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
    IdNumber person = somebody();
    put("slow.csv", person.value() + ",vehicle,320612,car,1," + today + "\n");
    folder.look();
    Files.writeString(
        drop.resolve("slow.csv"),
        person.value() + ",housing,320612,flat,1," + today + "\n",
        StandardOpenOption.APPEND);
    folder.look();
    assertThat(drop.resolve("slow.csv")).exists();
    assertThat(source.recordsOf(List.of(person))).isEmpty();

    folder.look();

    assertThat(source.recordsOf(List.of(person))).hasSize(2);
  }

  @Test
  void theSameFileAgainChangesNothingAndOverwritesNothing() throws IOException {
    IdNumber person = somebody();
    String rows =
        person.value()
            + ",housing,320612,住房,500000,"
            + today
            + "\n"
            + person.value()
            + ",housing,320612,住房,600000,"
            + today
            + "\n"
            + person.value()
            + ",housing,320612,住房,600000.00,"
            + today
            + "\n";
    put("homes.csv", rows);
    lookTwice();
    List<AssetRecord> first = source.recordsOf(List.of(person));

    put("homes.csv", rows);
    lookTwice();

    assertThat(first).as("two homes in the same words, one of them listed twice").hasSize(2);
    assertThat(source.recordsOf(List.of(person))).isEqualTo(first);
    try (Stream<Path> done = Files.list(drop.resolve("done"))) {
      assertThat(done).hasSize(2);
    }
  }

  @Test
  void aCrashBetweenLoadAndMoveDoesNoHarm() throws IOException {
    IdNumber person = somebody();
    put("crash.csv", person.value() + ",deposit,320612,定期,1000," + today + "\n");
    lookTwice();
    Files.move(drop.resolve("done/crash.csv"), drop.resolve("crash.csv"));

    lookTwice();

    assertThat(source.recordsOf(List.of(person))).hasSize(1);
    assertThat(drop.resolve("done/crash.csv")).exists();
  }

  @Test
  void onlyTheLatestStateOfAnAssetCounts() throws IOException {
    IdNumber person = somebody();
    put(
        "months.csv",
        person.value()
            + ",vehicle,320612,苏F12345,9,"
            + today.minusMonths(1)
            + "\n"
            + person.value()
            + ",vehicle,320612,苏F12345,8,"
            + today
            + "\n");
    lookTwice();

    assertThat(source.recordsOf(List.of(person)))
        .singleElement()
        .extracting(AssetRecord::asOf)
        .isEqualTo(today);
  }

  @Test
  void twoHundredThousandRowsAreLoadedInSeconds() throws IOException {
    Path file = drop.resolve("large.csv");
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(HEADER);
      for (int i = 0; i < 200_000; i++) {
        IdNumber person =
            IdNumber.invent("320682", LocalDate.of(1930, 1, 1).plusDays(i / 20), i % 1000);
        writer.write(person.value() + ",social-security,320682,参保 " + i + ",," + today + "\n");
      }
    }
    long start = System.nanoTime();
    lookTwice();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(drop.resolve("done/large.csv")).exists();
    assertThat(
            jdbc.sql("select count(*) from asset_record where region = '320682'")
                .query(Integer.class)
                .single())
        .isEqualTo(200_000);
    assertThat(taken).isLessThan(Duration.ofSeconds(60));
  }

  private void put(String name, String rows) throws IOException {
    Files.writeString(drop.resolve(name), HEADER + rows);
  }

  private void lookTwice() throws IOException {
    folder.look();
    folder.look();
  }

  private List<String> outcomesOf(String name) {
    return jdbc.sql("select outcome from comparison_file where name = ?")
        .param(name)
        .query(String.class)
        .list();
  }

  private static IdNumber somebody() {
    LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(9000));
    return IdNumber.invent("320681", birth, ThreadLocalRandom.current().nextInt(1000));
  }
}
