package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges of numbers are told as people say them, never piece by piece. */
class NumberLineTest {

  /** Below 0, 0, between, 5, above 5. */
  private final NumberLine line =
      NumberLine.at(Set.of(new BigDecimal("5"), new BigDecimal("0"), new BigDecimal("5.0")));

  @ParameterizedTest
  @CsvSource({
    "0, 小于 0",
    "1, 等于 0",
    "0 1, 小于或等于 0",
    "0 1 2, 小于 5",
    "0 1 2 3, 小于或等于 5",
    "2, 0 与 5 之间",
    "2 3, 0 至 5（含 5）",
    "1 2, 0 至 5（含 0）",
    "1 2 3, 0 至 5（含两端）",
    "3 4, 大于或等于 5",
    "2 3 4, 大于 0",
    "4, 大于 5",
    "0 4, 小于 0 或大于 5",
    "1 3, 等于 0 或等于 5",
    "0 1 2 3 4, 任何数",
  })
  void neighboursAreOneRange(String pieces, String words) {
    List<Integer> places = Arrays.stream(pieces.split(" ")).map(Integer::valueOf).toList();

    assertThat(line.words(places)).isEqualTo(words);
  }

  @Test
  void withoutAPointThereAreJustNumbers() {
    NumberLine any = NumberLine.at(Set.of());

    assertThat(any.pieces()).isEqualTo(1);
    assertThat(any.words(List.of(0))).isEqualTo("任何数");
    assertThat(any.sample(0)).isZero();
  }
}
