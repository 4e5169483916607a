package cn.sunshine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What people are offered when they write a test case. */
class TableTermsTest {

  private static final PackResources RESOURCES =
      new PackResources(TableTermsTest.class.getClassLoader());

  @Test
  void aDecisionOffersTheAnswersOfItsTable() {
    TableTerms terms = of("household-eligibility.dmn");

    assertThat(terms.decisions())
        .filteredOn(decision -> decision.id().equals("outcome"))
        .singleElement()
        .satisfies(
            decision ->
                assertThat(decision.choices())
                    .containsOnlyKeys("CANNOT_DECIDE", "INELIGIBLE", "DOUBTS", "ELIGIBLE"));
    assertThat(terms.name("outcome")).isEqualTo("认定结论");
  }

  @Test
  void anInputOffersItsValuesAndSaysThemInWords() {
    TableTerms terms = of("request-terms.dmn");

    assertThat(terms.say("kind", "help-request")).isEqualTo("求助");
    assertThat(terms.say("kind", "anything else")).isEqualTo("anything else");
  }

  @Test
  void aTextThatIsNoModelHasNoTerms() {
    assertThat(TableTerms.of("no model")).isEqualTo(TableTerms.NONE);
  }

  private static TableTerms of(String file) {
    return TableTerms.of(RESOURCES.find("nantong", file).orElseThrow());
  }
}
