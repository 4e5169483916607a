package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.application;
import static cn.sunshine.forms.Answers.form;
import static cn.sunshine.forms.Answers.json;
import static cn.sunshine.forms.Answers.messages;
import static cn.sunshine.forms.Answers.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers that nobody types: what they cost and what comes back stays small. */
class HostileAnswersTest {

  private final Form form = form("household-application");

  @Test
  void aTextOfAMillionCharactersIsCountedNotRepeated() {
    ObjectNode data = application();
    data.put("note", "穷".repeat(1_000_000));

    assertThat(messages(form.validate(data)))
        .containsExactly("其他情况说明：最多 500 个字，现在是 1000000 个字，请缩短");
  }

  @Test
  void aHundredThousandRowsAreRefusedAtOnce() {
    ObjectNode data = application();
    ArrayNode members = data.putArray("members");
    for (int i = 0; i < 100_000; i++) {
      members.addObject().put("x", i);
    }

    List<FieldError> errors =
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> form.validate(data));

    assertThat(paths(errors)).containsExactly("members");
  }

  @Test
  void aHundredThousandUnknownKeysEarnFiftyFaults() {
    ObjectNode data = application();
    for (int i = 0; i < 100_000; i++) {
      data.put("key" + i, i);
    }

    assertThat(form.validate(data)).hasSize(50);
  }

  @Test
  void anUnknownKeyIsShownShortAndWithoutControlCharacters() {
    ObjectNode data = application();
    data.put("\u0000\u202E" + "k".repeat(100_000), 1);

    assertThat(messages(form.validate(data)))
        .singleElement()
        .asString()
        .hasSizeLessThan(100)
        .contains("��kkk")
        .doesNotContain("\u0000");
  }

  @Test
  void deepNestingIsRefusedWhereItStarts() {
    ObjectNode data = application();
    ObjectNode inner = data.putObject("note");
    for (int depth = 0; depth < 50_000; depth++) {
      inner = inner.putObject("note");
    }

    assertThat(paths(form.validate(data))).containsExactly("note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"张\u0000三", "张\n三", "张\u202E三", "张\u200B三", "张\uD800三", "张\u2028三"})
  void aNameHasNoInvisibleCharacters(String name) {
    ObjectNode data = application();
    ((ObjectNode) data.get("head")).put("name", name);

    assertThat(messages(form.validate(data))).containsExactly("户主姓名：含有换行或看不见的控制字符，请删去后重新填写");
  }

  @ParameterizedTest
  @ValueSource(strings = {"阿卜杜拉·买买提", "𠮷田", "张 三"})
  void namesOfAllPeoplesAreWelcome(String name) {
    ObjectNode data = application();
    ((ObjectNode) data.get("head")).put("name", name);

    assertThat(form.validate(data)).isEmpty();
  }

  @Test
  void aNoteMayHaveLinesButNoOtherControls() {
    ObjectNode data = application();
    data.put("note", "第一行\r\n\t第二行 👨‍👩‍👧");
    assertThat(form.validate(data)).isEmpty();

    data.put("note", "铃声\u0007");
    assertThat(paths(form.validate(data))).containsExactly("note");
  }

  @Test
  void numbersOfAnySizeAreComparedWithoutBeingWrittenOut() {
    ObjectNode data = application();
    for (BigDecimal monster :
        List.of(
            new BigDecimal("1E+999999999"),
            new BigDecimal("-1E+999999999"),
            new BigDecimal("1E-999999999"))) {
      data.put("yearlyIncome", monster);
      assertThat(messages(form.validate(data))).singleElement().asString().hasSizeLessThan(60);
    }
    data.put("yearlyIncome", Double.NaN);
    assertThat(paths(form.validate(data))).containsExactly("yearlyIncome");
  }

  @Test
  void meetingFiguresOfAnySizeAreCompared() {
    ObjectNode data = json("{}");
    data.put("attended", new BigDecimal("1E+999999"));
    data.put("agreed", new BigDecimal("1E+999999"));

    assertThatCode(() -> form("group-review").validate(data)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "true"})
  void answersThatAreNoObjectAreRefused(String answers) {
    assertThat(paths(form.validate(json("{\"value\": " + answers + "}").get("value"))))
        .containsExactly("");
  }

  @Test
  void faultsNeverRepeatPersonalData() {
    ObjectNode data = application();
    ((ObjectNode) data.get("head"))
        .put("idNumber", "320612196203040110")
        .put("phone", "999888777666");

    assertThat(form.validate(data))
        .hasSize(2)
        .allSatisfy(error -> assertThat(error.toString()).doesNotContain("3206121962", "9998887"));
  }
}
