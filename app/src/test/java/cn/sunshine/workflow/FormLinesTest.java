package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who approves a form sees all that makes it ask otherwise. */
class FormLinesTest {

  private static final String FORM =
      """
      {"type": "default", "id": "review", "components": [
        {"type": "number", "id": "f1", "key": "attended", "label": "参加人数", "decimalDigits": 0,
         "layout": {"row": "r1"}, "validate": {"required": true, "max": 100},
         "conditional": {"hide": "=kind = \\"none\\""}},
        {"type": "select", "id": "f2", "key": "kind", "label": "方式",
         "values": [{"value": "meeting", "label": "会议"}, {"value": "visit", "label": "走访"}]},
        {"type": "datetime", "id": "f3", "key": "day", "dateLabel": "评议会日期"}],
       "sunshine": {"outcomes": [{"value": "approve", "label": "同意", "commentRequired": false}],
         "evidence": [{"purpose": "minutes", "label": "会议记录", "fresh": true}]}}
      """;

  @Test
  void eachFieldIsALineAsPeopleSayIt() {
    assertThat(FormLines.of(FORM))
        .containsExactly(
            "数字 参加人数（attended）　小数 0 位　必填　最大 100　隐藏条件 =kind = \"none\"",
            "下拉选择 方式（kind）　选项 会议（meeting）　选项 走访（visit）",
            "日期 评议会日期（day）",
            "结论 同意（approve）",
            "evidence [{\"purpose\":\"minutes\",\"label\":\"会议记录\",\"fresh\":true}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"max\": 100|\"max\": 200",
        "\"required\": true|\"required\": false",
        "=kind|=day",
        "走访|电话",
        "评议会日期|会议日期",
        "\"fresh\": true|\"fresh\": false",
      })
  void whatChangesTheFormChangesALine(String before, String after) {
    assertThat(FORM).contains(before);

    assertThat(FormLines.of(FORM.replace(before, after))).isNotEqualTo(FormLines.of(FORM));
  }

  @Test
  void whereAFieldStandsIsNotCompared() {
    assertThat(FormLines.of(FORM.replace("\"row\": \"r1\"", "\"row\": \"r2\"")))
        .isEqualTo(FormLines.of(FORM));
  }
}
