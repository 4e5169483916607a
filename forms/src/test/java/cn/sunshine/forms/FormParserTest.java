package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.CLOCK;
import static cn.sunshine.forms.Answers.json;
import static cn.sunshine.forms.Answers.messages;
import static cn.sunshine.forms.Answers.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class FormParserTest {

  private static Form form(String components, String checks) {
    ObjectNode json =
        json(
            """
            {"type": "default", "id": "trial", "schemaVersion": 19, "components": [%s],
             "sunshine": {"outcomes": [{"value": "approve", "label": "同意", "commentRequired": false}], "checks": [%s]}}
            """
                .formatted(components, checks));
    return Form.of("trial", json, CLOCK);
  }

  private static Form form(String components) {
    return form(components, "");
  }

  /** What the browser would do and the server could not repeat. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"textfield\", \"key\": \"a\", \"conditional\": {\"hide\": \"=true\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"readonly\": \"=b\"}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"required\": \"=b\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"maxLength\": \"=b\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"validationType\": \"email\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"validate\": {\"pattern\": \"(\"}}",
        "{\"type\": \"textfield\", \"key\": \"a\", \"properties\": {\"format\": \"bank-card\"}}",
        "{\"type\": \"textarea\", \"key\": \"a\", \"validate\": {\"pattern\": \"x\"}}",
        "{\"type\": \"number\", \"key\": \"a\", \"increment\": 5}",
        "{\"type\": \"number\", \"key\": \"a\", \"serializeToString\": true}",
        "{\"type\": \"radio\", \"key\": \"a\", \"valuesExpression\": \"=b\"}",
        "{\"type\": \"radio\", \"key\": \"a\", \"values\": []}",
        "{\"type\": \"radio\", \"key\": \"a\", \"values\": [{\"label\": \"x\", \"value\": 1}]}",
        "{\"type\": \"radio\", \"key\": \"a\", \"values\": [{\"label\": \"x\", \"value\": \"x\"}], \"properties\": {\"valueType\": \"boolean\"}}",
        "{\"type\": \"datetime\", \"key\": \"a\", \"subtype\": \"date\", \"disallowPassedDates\": true}",
        "{\"type\": \"expression\", \"key\": \"a\", \"expression\": \"=1\"}",
        "{\"type\": \"filepicker\", \"key\": \"a\"}",
        "{\"type\": \"html\", \"content\": \"<script>\"}",
        "{\"type\": \"iframe\", \"url\": \"https://example.org\"}",
        "{\"type\": \"button\", \"action\": \"submit\"}",
        "{\"type\": \"textfield\"}",
        "{\"type\": \"textfield\", \"key\": \"a..b\"}",
        "{\"type\": \"textfield\", \"key\": \"a\"}, {\"type\": \"number\", \"key\": \"a\"}",
        "{\"type\": \"textfield\", \"key\": \"a\"}, {\"type\": \"number\", \"key\": \"a.b\"}"
      })
  void aFormThatPromisesMoreThanTheServerHoldsIsRefused(String components) {
    assertThatThrownBy(() -> form(components))
        .isInstanceOf(InvalidFormException.class)
        .hasMessageStartingWith("表单 trial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\": \"unknown\", \"path\": \"a\", \"message\": \"x\"}",
        "{\"kind\": \"distinct\", \"paths\": [], \"message\": \"x\"}",
        "{\"kind\": \"distinct\", \"paths\": [\"b\"], \"message\": \"x\"}",
        "{\"kind\": \"distinct\", \"paths\": [\"a[]\"], \"message\": \"x\"}",
        "{\"kind\": \"distinct\", \"paths\": [\"a\"]}"
      })
  void aCheckThatCouldNeverFindAnythingIsRefused(String check) {
    assertThatThrownBy(() -> form("{\"type\": \"textfield\", \"key\": \"a\"}", check))
        .isInstanceOf(InvalidFormException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"trial\", \"components\": []}",
        "{\"type\": \"default\", \"id\": \"trial\"}",
        "{\"type\": \"default\", \"id\": \"other\", \"components\": []}",
        "{\"type\": \"default\", \"id\": \"trial\", \"components\": []}",
        "{\"type\": \"default\", \"id\": \"trial\", \"schemaVersion\": 20, \"components\": []}",
        "{\"type\": \"default\", \"id\": \"trial\", \"components\": [], \"sunshine\": {\"outcomes\": [{\"value\": \"approve\"}]}}"
      })
  void whatIsNoFormOrDeclaresNoOutcomesIsRefused(String json) {
    assertThatThrownBy(() -> Form.of("trial", json(json), CLOCK))
        .isInstanceOf(InvalidFormException.class);
  }

  @Test
  void groupsAndPathsLeadToTheSameAnswers() {
    Form form =
        form(
            """
            {"type": "group", "path": "house", "components": [
              {"type": "group", "components": [{"type": "number", "key": "rooms", "label": "间数", "validate": {"required": true}}]},
              {"type": "textfield", "key": "owner.name", "label": "产权人", "validate": {"required": true}}]}
            """);

    assertThat(paths(form.validate(json("{}")))).containsExactly("house.rooms", "house.owner.name");
    assertThat(form.validate(json("{\"house\": {\"rooms\": 3, \"owner\": {\"name\": \"张三\"}}}")))
        .isEmpty();
  }

  @Test
  void listsMayDemandRowsAndStandInOneAnother() {
    Form form =
        form(
            """
            {"type": "dynamiclist", "path": "visits", "label": "走访", "properties": {"minRows": "1"}, "components": [
              {"type": "dynamiclist", "path": "photos", "label": "照片", "properties": {"maxRows": "1"}, "components": [
                {"type": "textfield", "key": "title", "label": "标题", "validate": {"required": true}}]}]}
            """);

    assertThat(messages(form.validate(json("{}")))).containsExactly("走访：至少填 1 行，现在是 0 行");
    assertThat(form.validatePartial(json("{}"))).isEmpty();
    assertThat(form.validate(json("{\"visits\": [{\"photos\": [{}]}]}")))
        .containsExactly(
            new FieldError("visits[0].photos[0].title", "走访第 1 行照片第 1 行·标题：这一项必填，请填写"));
    assertThat(paths(form.validate(json("{\"visits\": [{\"photos\": [{}, {}]}]}"))))
        .containsExactly("visits[0].photos");
    assertThat(paths(form.validate(json("{\"visits\": [null, 1]}")))).containsExactly("visits[1]");
  }

  @Test
  void whatIsOnlyShownMayComeBackAndIsDropped() {
    Form form =
        form(
            """
            {"type": "textfield", "key": "a", "disabled": true, "validate": {"required": true}},
            {"type": "textarea", "key": "b", "readonly": true}, {"type": "textfield", "key": "c", "label": "丙"}
            """);

    assertThat(form.validate(json("{\"a\": 1, \"b\": [2]}"))).isEmpty();
    assertThat(form.clean(json("{\"a\": 1, \"b\": [2], \"c\": \"3\"}")))
        .isEqualTo(json("{\"c\": \"3\"}"));
  }

  @Test
  void aRequiredTickMustBeSet() {
    Form form =
        form(
            "{\"type\": \"checkbox\", \"key\": \"sure\", \"label\": \"我承诺属实\", \"validate\": {\"required\": true}}");

    assertThat(messages(form.validate(json("{\"sure\": false}")))).containsExactly("我承诺属实：请勾选这一项");
    assertThat(form.validate(json("{\"sure\": true}"))).isEmpty();
  }

  @Test
  void aRequiredChoiceOfSeveralNeedsOne() {
    Form form =
        form(
            """
            {"type": "taglist", "key": "tags", "label": "标签", "values": [{"label": "甲", "value": "a"}], "validate": {"required": true}}
            """);

    assertThat(messages(form.validate(json("{\"tags\": []}")))).containsExactly("标签：这一项必填，请至少选一项");
    assertThat(messages(form.validate(json("{}")))).containsExactly("标签：这一项必填，请填写");
    assertThat(form.validate(json("{\"tags\": [\"a\"]}"))).isEmpty();
  }

  @Test
  void aChoiceOfOneIsOneOfTheOptions() {
    Form form =
        form(
            "{\"type\": \"select\", \"key\": \"kind\", \"label\": \"类型\", \"values\": [{\"label\": \"甲\", \"value\": \"a\"}]}");

    assertThat(form.validate(json("{\"kind\": \"a\"}"))).isEmpty();
    assertThat(messages(form.validate(json("{\"kind\": \"b\"}"))))
        .containsExactly("类型：请从这些选项中选择：甲（a）");
    assertThat(paths(form.validate(json("{\"kind\": true}")))).containsExactly("kind");
  }

  @Test
  void timesAreWrittenWithTheirOffsetUnlessTheFormSaysOtherwise() {
    Form form =
        form(
            """
            {"type": "datetime", "key": "at", "subtype": "datetime", "dateLabel": "何时"},
            {"type": "datetime", "key": "time", "subtype": "time", "timeSerializingFormat": "no_timezone", "timeLabel": "几点"}
            """);

    assertThat(form.validate(json("{\"at\": \"2026-11-21T15:30+08:00\", \"time\": \"15:30\"}")))
        .isEmpty();
    assertThat(paths(form.validate(json("{\"at\": \"2026-11-21T15:30\", \"time\": \"15:30Z\"}"))))
        .containsExactly("at", "time");
  }
}
