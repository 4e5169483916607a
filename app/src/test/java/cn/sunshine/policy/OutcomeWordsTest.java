package cn.sunshine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.rules.Eligibility;
import cn.sunshine.rules.ReviewProposal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody reads an outcome as rules write it. */
class OutcomeWordsTest {

  static Stream<String> outcomes() {
    return Stream.concat(
            Arrays.stream(Eligibility.values()), Arrays.stream(ReviewProposal.values()))
        .map(Enum::name);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void everyOutcomeHasWords(String outcome) {
    assertThat(OutcomeWords.of(outcome)).matches("[\\p{IsHan}，]+");
  }

  @ParameterizedTest
  @CsvSource({
    "认定结论应为“ELIGIBLE”，实际为“CANNOT_DECIDE”, 认定结论应为“符合条件”，实际为“资料不全或有存疑，无法判断”",
    "认定结论：其他情况 → \"INELIGIBLE\", 认定结论：其他情况 → \"不符合条件\"",
    "NT-8 第八条, NT-8 第八条",
    "ELIGIBLE_NOT, ELIGIBLE_NOT",
    "7000, 7000",
  })
  void itIsReplacedWithinASentence(String text, String words) {
    assertThat(OutcomeWords.in(text)).isEqualTo(words);
  }
}
