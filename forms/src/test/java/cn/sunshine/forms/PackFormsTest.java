package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.LIBRARY;
import static cn.sunshine.forms.Answers.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The forms that are shipped. That all of them are form-js JSON the server can check is shown by
 * loading them.
 */
class PackFormsTest {

  private static final Path PACKS = Path.of("src/main/resources/packs");

  @Test
  void theIndexNamesExactlyTheFilesThatAreThere() throws IOException {
    try (Stream<Path> files = Files.walk(PACKS)) {
      List<String> there =
          files
              .filter(file -> file.toString().endsWith(".form"))
              .map(
                  file ->
                      PACKS
                          .relativize(file)
                          .toString()
                          .replace('\\', '/')
                          .replaceFirst("\\.form$", ""))
              .sorted()
              .toList();

      assertThat(FormLibrary.index()).isEqualTo(there);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group-review",
        "committee-review",
        "objection-review",
        "township-check",
        "city-comparison",
        "doubt-investigation",
        "county-sign-off"
      })
  void everyReviewCanBeApprovedWithoutAReasonAndRefusedOrReturnedOnlyWithOne(String id) {
    assertThat(form(id).outcomes())
        .extracting(Outcome::value, Outcome::commentRequired)
        .containsExactly(tuple("approve", false), tuple("reject", true), tuple("return", false));
  }

  @ParameterizedTest
  @CsvSource({
    "group-review, approve, 同意",
    "group-review, reject, 不同意",
    "group-review, return, 退回",
    "county-sign-off, reject, 不同意",
    "objection-review, approve, 异议不成立，继续",
    "objection-review, reject, 异议成立，不予通过",
    "objection-review, return, 退回",
    "correction, approve, 重新提交",
    "household-application, submit, 提交申请"
  })
  void buttonsSayWhatTheyDo(String id, String outcome, String label) {
    assertThat(form(id).outcome(outcome))
        .hasValueSatisfying(found -> assertThat(found.label()).isEqualTo(label));
  }

  @Test
  void anApplicationIsOnlySubmittedAndACorrectionOnlySubmittedAgain() {
    assertThat(form("household-application").outcomes())
        .extracting(Outcome::value)
        .containsExactly("submit");
    assertThat(form("correction").outcomes()).extracting(Outcome::value).containsExactly("approve");
  }

  @Test
  void theCorrectionAsksWhatTheApplicationAsked() {
    assertThat(form("correction").json().get("components"))
        .isEqualTo(form("household-application").json().get("components"));
    assertThat(form("correction").json().get("id").stringValue()).isEqualTo("correction");
    assertThat(form("correction").validate(Answers.application())).isEmpty();
  }

  @Test
  void aPackWithoutItsOwnFormHasTheSharedOne() {
    assertThat(LIBRARY.find("sichuan", "objection-review")).isPresent();
    assertThat(LIBRARY.find("sichuan", "household-application")).isPresent();
    assertThat(LIBRARY.find("sichuan", "group-review")).isEmpty();
    assertThat(LIBRARY.find("nantong", "no-such-form")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "jiangyin, household-survey",
    "yancheng, comparison-authorisation",
    "yancheng, review-meeting",
    "sichuan, representatives-meeting",
    "wujin, spot-check"
  })
  void theReviewsOfTheOtherPlacesAreRefusedOrReturnedLikeThose(String pack, String id) {
    assertThat(LIBRARY.find(pack, id).orElseThrow().outcomes())
        .extracting(Outcome::value, Outcome::commentRequired)
        .containsExactly(tuple("approve", false), tuple("reject", true), tuple("return", false));
  }

  @Test
  void whoeverChangesTheJsonChangesACopy() {
    form("group-review").json().removeAll();

    assertThat(form("group-review").json().get("components")).isNotEmpty();
  }
}
