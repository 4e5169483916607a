package cn.sunshine.comparison.dropfolder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.comparison.AssetItem;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.region.Regions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class AssetLineTest {

  private static final Regions REGIONS =
      new AnnotationConfigApplicationContext(Regions.class).getBean(Regions.class);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String PERSON =
      IdNumber.invent("320612", LocalDate.of(1970, 3, 2), 17).value();

  private final List<Fault> faults = new ArrayList<>();

  @Test
  void aGoodLineIsARow() {
    assertThat(read(PERSON + ",vehicle,320612,小型轿车,85000.50,2026-10-31"))
        .contains(
            new AssetRow(
                new IdNumber(PERSON),
                AssetItem.VEHICLE,
                "320612",
                "小型轿车",
                Optional.of(new BigDecimal("85000.50")),
                LocalDate.of(2026, 10, 31)));
    assertThat(faults).isEmpty();
  }

  @Test
  void anEmptyAmountAndDescriptionAreFine() {
    assertThat(read(PERSON + ",social-security,3206,,,2026-11-21"))
        .get()
        .satisfies(
            row -> {
              assertThat(row.amount()).isEmpty();
              assertThat(row.description()).isEmpty();
            });
  }

  @Test
  void aQuotedDescriptionMayHoldCommas() {
    assertThat(read(PERSON + ",housing,320612,\"西亭镇, 3 幢 \"\"甲\"\" 室\",,2026-11-01"))
        .get()
        .extracting(AssetRow::description)
        .isEqualTo("西亭镇, 3 幢 \"甲\" 室");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          idNumber    | 320612197003020011,vehicle,320612,car,1,2026-10-31
          idNumber    | ,vehicle,320612,car,1,2026-10-31
          item        | PERSON,yacht,320612,car,1,2026-10-31
          item        | PERSON,Vehicle,320612,car,1,2026-10-31
          region      | PERSON,vehicle,999999,car,1,2026-10-31
          region      | PERSON,vehicle,,car,1,2026-10-31
          amount      | PERSON,vehicle,320612,car,-1,2026-10-31
          amount      | PERSON,vehicle,320612,car,1.005,2026-10-31
          amount      | PERSON,vehicle,320612,car,1e5,2026-10-31
          amount      | PERSON,vehicle,320612,car,八万,2026-10-31
          amount      | PERSON,vehicle,320612,car,99999999999999,2026-10-31
          asOf        | PERSON,vehicle,320612,car,1,2026-11-22
          asOf        | PERSON,vehicle,320612,car,1,2026/10/31
          asOf        | PERSON,vehicle,320612,car,1,2026-02-30
          asOf        | PERSON,vehicle,320612,car,1,
          asOf        | PERSON,vehicle,320612,car,1,1800-01-01
          """)
  void aWrongCellIsNamed(String field, String line) {
    assertThat(read(line.replace("PERSON", PERSON))).isEmpty();
    assertThat(faults).extracting(Fault::line, Fault::field).containsExactly(tuple(7, field));
  }

  @Test
  void everyWrongCellOfALineIsNamed() {
    read("x,y,z," + "长".repeat(201) + ",q,w");
    assertThat(faults)
        .extracting(Fault::field)
        .containsExactly("idNumber", "item", "region", "description", "amount", "asOf");
  }

  @Test
  void aWrongNumberOfCellsAndAnOpenQuoteAreFaultsOfTheLine() {
    assertThat(read(PERSON + ",vehicle,320612")).isEmpty();
    assertThat(read(PERSON + ",vehicle,320612,\"open,1,2026-10-31")).isEmpty();
    assertThat(faults).extracting(Fault::field).containsExactly("", "");
  }

  @Test
  void noMessageRepeatsWhatTheFileSays() {
    read(PERSON + "," + PERSON + "," + PERSON + ",x," + PERSON + "," + PERSON);
    assertThat(faults).hasSize(4).noneMatch(fault -> fault.message().contains(PERSON));
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private Optional<AssetRow> read(String line) {
    return new AssetLine(7, line, REGIONS, TODAY, faults::add).read();
  }
}
