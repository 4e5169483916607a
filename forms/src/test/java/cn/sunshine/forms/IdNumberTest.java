package cn.sunshine.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumberTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  /** The examples of the standard GB 11643. */
  @ParameterizedTest
  @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
  void theStandardsOwnExamplesHaveTheRightCheckCharacter(String number) {
    assertThat(IdNumber.problemIn(number, TODAY).filter(problem -> problem.contains("校验码")))
        .isEmpty();
  }

  @Test
  void aRightNumberHasNoProblem() {
    assertThat(IdNumber.problemIn("11010519491231002X", TODAY)).isEmpty();
  }

  @Test
  void lettersAndBlanksAreMadeRegular() {
    assertThat(new IdNumber(" 11010519491231002x ").value()).isEqualTo("11010519491231002X");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, 请填写",
        "'  ', 请填写",
        "110105491231002, 15 位的旧身份证号码已停用",
        "1101051949123100, 现在是 16 位",
        "11010519491231002XX, 现在是 19 位",
        "1101O519491231002X, 前 17 位只能是数字",
        "11010519491231002A, 最后一位是数字或 X",
        "１１010519491231002X, 全角",
        "99010519491231002X, 地区代码不存在",
        "11010519490231002X, 出生日期不存在",
        "11010519491331002X, 出生日期不存在",
        "11010502491231002X, 出生日期不存在",
        "110105194912310021, 校验码"
      })
  void eachKindOfFaultIsNamed(String number, String problem) {
    assertThat(IdNumber.problemIn(number, TODAY))
        .hasValueSatisfying(text -> assertThat(text).contains(problem));
  }

  @Test
  void everySingleMistypedDigitIsNoticed() {
    String right = IdNumber.invent("320612", LocalDate.of(1980, 1, 11), 123).value();
    for (int place = 0; place < 18; place++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String mistyped = right.substring(0, place) + digit + right.substring(place + 1);
        if (!mistyped.equals(right)) {
          assertThat(IdNumber.problemIn(mistyped, TODAY))
              .as("place %d, digit %s", place, digit)
              .isPresent();
        }
      }
    }
  }

  @Test
  void nobodyIsBornAfterToday() {
    String bornToday = IdNumber.invent("320612", TODAY, 1).value();

    assertThat(IdNumber.problemIn(bornToday, TODAY)).isEmpty();
    assertThat(IdNumber.problemIn(bornToday, TODAY.minusDays(1)))
        .hasValueSatisfying(text -> assertThat(text).contains("在今天之后"));
  }

  @Test
  void aWrongNumberCannotBeMade() {
    assertThatThrownBy(() -> new IdNumber("110105194912310021"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("校验码")
        .hasMessageNotContaining("110105194912310021");
  }

  @Test
  void itShowsNoMoreThanRegionAndLastFourUnlessAskedForTheValue() {
    IdNumber number = new IdNumber("11010519491231002X");

    assertThat(number.masked()).isEqualTo("110105********002X");
    assertThat(number).hasToString("110105********002X");
  }

  @Test
  void inventedNumbersAreValidAndDifferBySequence() {
    IdNumber first = IdNumber.invent("320612", LocalDate.of(1962, 3, 4), 1);
    IdNumber second = IdNumber.invent("320612", LocalDate.of(1962, 3, 4), 2);

    assertThat(first).isNotEqualTo(second);
    assertThat(first.birthDate()).isEqualTo(LocalDate.of(1962, 3, 4));
    assertThat(first.value()).startsWith("32061219620304001");
  }
}
