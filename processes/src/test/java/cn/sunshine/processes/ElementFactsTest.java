package cn.sunshine.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ElementFact.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who approves a workflow sees all that makes a case run otherwise. */
class ElementFactsTest {

  private static final ProcessModel NOTICE =
      ProcessLibrary.onClassPath().shipped("nantong", "public-notice").orElseThrow();
  private static final ProcessModel ADMISSION =
      ProcessLibrary.onClassPath().shipped("nantong", "household-admission").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=outcome = \"approve\"|=outcome = \"ask\"",
        "=noticeUntil|=objectionUntil",
        "type=\"publish-notice\"|type=\"open-case\"",
        "then \"village@village\"|then \"township@township\"",
        "source='=\"passed\"'|source='=\"done\"'",
        "name=\"notice-objection\"|name=\"appeal\"",
        "correlationKey=\"=noticeId\"|correlationKey=\"=caseId\"",
      })
  void whatChangesTheWayOfACaseChangesAFact(String before, String after) {
    assertThat(NOTICE.text()).contains(before);

    assertThat(facts(parsed(NOTICE.text().replace(before, after)))).isNotEqualTo(facts(NOTICE));
  }

  @Test
  void aLineSaysWhereItLeadsAndWhen() {
    assertThat(ElementFacts.in(NOTICE).of("objection-outcome--objection-dismissed"))
        .extracting(ElementFact::kind)
        .containsExactly(Kind.FROM, Kind.TO, Kind.CONDITION);
  }

  @Test
  void aCallSaysThePlainProcessAndWhatItHandsIn() {
    assertThat(ElementFacts.in(ADMISSION).of("village-notice"))
        .contains(new ElementFact(Kind.CALLS, "public-notice"))
        .contains(new ElementFact(Kind.INPUT, "noticeKind =\"village\""));
  }

  @ParameterizedTest
  @MethodSource("cn.sunshine.processes.ProcessFile#all")
  void whatATermMakesByItselfIsLeftOut(ProcessFile file) {
    ElementFacts facts = ElementFacts.in(file.model());
    assertThat(file.model().userTasks())
        .allSatisfy(
            step ->
                assertThat(facts.of(step.id()).toString())
                    .doesNotContain("workdays")
                    .doesNotContain("dueSoon"));
  }

  private static ProcessModel parsed(String text) {
    return ProcessModel.parse(text.getBytes(UTF_8));
  }

  private static String facts(ProcessModel model) {
    ElementFacts facts = ElementFacts.in(model);
    return model.elements().stream()
        .map(element -> element.id() + facts.of(element.id()))
        .sorted()
        .toList()
        .toString();
  }
}
