package cn.sunshine.trialrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
        .withMessageContaining("50000");
  }

  private List<RegisterEntry> read(String text) {
    return SheetReader.read(text.getBytes(StandardCharsets.UTF_8), "3206", regions);
  }
}
