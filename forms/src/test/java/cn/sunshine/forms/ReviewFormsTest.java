package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.form;
import static cn.sunshine.forms.Answers.json;
import static cn.sunshine.forms.Answers.messages;
import static cn.sunshine.forms.Answers.paths;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewFormsTest {

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
  void aReviewNeedsNoMoreThanItsOutcome(String id) {
    assertThat(form(id).validate(null)).isEmpty();
    assertThat(form(id).validate(json("{}"))).isEmpty();
  }

  @Test
  void aMeetingMayBeRecorded() {
    assertThat(
            form("committee-review")
                .validate(
                    json("{\"meetingDate\": \"2026-11-21\", \"attended\": 25, \"agreed\": 25}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"group-review", "committee-review"})
  void noMorePeopleAgreeThanCame(String id) {
    assertThat(form(id).validate(json("{\"attended\": 20, \"agreed\": 21}")))
        .containsExactly(new FieldError("agreed", "同意人数：同意人数不能多于参加人数，请核对会议记录"));
  }

  @Test
  void peopleAreCountedWhole() {
    assertThat(messages(form("group-review").validate(json("{\"attended\": 20.5}"))))
        .containsExactly("参加人数：应填整数，请去掉小数");
  }

  @Test
  void aMeetingHasHappened() {
    assertThat(messages(form("group-review").validate(json("{\"meetingDate\": \"2026-11-22\"}"))))
        .containsExactly("评议会日期：不能晚于今天，请核对");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"2026-02-30\"", "\"2026/11/21\"", "\"昨天\"", "20261121", "\"2026-11-21T10:00\""})
  void aDateIsARealDateInOneWayOfWriting(String date) {
    assertThat(messages(form("group-review").validate(json("{\"meetingDate\": " + date + "}"))))
        .singleElement()
        .asString()
        .contains("2026-11-21 的样子");
  }

  @Test
  void aTickIsYesOrNo() {
    assertThat(form("township-check").validate(json("{\"visited\": true, \"note\": \"已看房屋和存折\"}")))
        .isEmpty();
    assertThat(paths(form("township-check").validate(json("{\"visited\": \"yes\"}"))))
        .containsExactly("visited");
  }

  @Test
  void everyDoubtInvestigatedHasAnAnswerAndItsGrounds() {
    assertThat(
            form("doubt-investigation")
                .validate(json("{\"findings\": [{\"doubt\": \"d-1\", \"text\": \"车辆 1 辆\"}]}")))
        .containsExactly(
            new FieldError("findings[0].upheld", "疑点第 1 行·核实结果：这一项必填，请填写"),
            new FieldError("findings[0].note", "疑点第 1 行·核实情况和依据：这一项必填，请填写"));
  }

  @Test
  void aDoubtIsNamedByItsIdAndJudgedOnce() {
    assertThat(
            paths(
                form("doubt-investigation")
                    .validate(
                        json(
                            """
                            {"findings": [{"doubt": "d-1", "upheld": true, "note": "属实"},
                                          {"doubt": "d-1", "upheld": false, "note": "不属实"},
                                          {"upheld": false, "note": "不属实"}]}
                            """))))
        .containsExactly("findings[2].doubt", "findings[1].doubt");
  }

  @Test
  void yesAndNoComeFromABrowserAsTextAndFromProgramsAsBooleansAndAreStoredAsBooleans() {
    assertThat(
            form("doubt-investigation")
                .clean(
                    json(
                        """
                        {"findings": [{"doubt": "d-1", "text": "车辆 1 辆", "upheld": "true", "note": "属实"},
                                      {"doubt": "d-2", "upheld": false, "note": "已报废"}]}
                        """)))
        .isEqualTo(
            json(
                """
                {"findings": [{"doubt": "d-1", "upheld": true, "note": "属实"},
                              {"doubt": "d-2", "upheld": false, "note": "已报废"}]}
                """));
  }

  @Test
  void undecidedDoubtsDoNotHinderAReturn() {
    assertThat(
            form("doubt-investigation")
                .validatePartial(
                    json(
                        "{\"findings\": [{\"doubt\": \"d-1\", \"text\": \"车辆\", \"upheld\": null, \"note\": \"\"}]}")))
        .isEmpty();
  }
}
