package cn.sunshine.forms;

import static cn.sunshine.forms.Answers.CHILD_ID;
import static cn.sunshine.forms.Answers.HEAD_ID;
import static cn.sunshine.forms.Answers.application;
import static cn.sunshine.forms.Answers.form;
import static cn.sunshine.forms.Answers.json;
import static cn.sunshine.forms.Answers.messages;
import static cn.sunshine.forms.Answers.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class HouseholdApplicationTest {

  private final Form form = form("household-application");

  @Test
  void aCompleteApplicationHasNoFaults() {
    assertThat(form.validate(application())).isEmpty();
  }

  @Test
  void aPersonAloneNeedsOnlyNameNumberAndIncome() {
    ObjectNode alone =
        json(
            "{\"head\": {\"name\": \"张三\", \"idNumber\": \"%s\"}, \"yearlyIncome\": 0}"
                .formatted(HEAD_ID));

    assertThat(form.validate(alone)).isEmpty();
  }

  @Test
  void whatABrowserSendsForQuestionsNobodyAnsweredIsNoAnswer() {
    ObjectNode untouched =
        json(
            """
            {"head": {"name": "", "idNumber": "", "phone": ""}, "yearlyIncome": null, "causes": [], "address": "", "note": ""}
            """);

    assertThat(form.validate(untouched))
        .containsExactly(
            new FieldError("head.name", "户主姓名：这一项必填，请填写"),
            new FieldError("head.idNumber", "户主身份证号码：这一项必填，请填写"),
            new FieldError("yearlyIncome", "全家近十二个月总收入：这一项必填，请填写"));
  }

  @Test
  void noAnswersAtAllAreAnsweredTheSameWay() {
    assertThat(paths(form.validate(null)))
        .containsExactly("head.name", "head.idNumber", "yearlyIncome");
  }

  @Test
  void aDraftMayHaveGapsButNoFaults() {
    ObjectNode draft = json("{\"head\": {\"name\": \"张三\"}, \"yearlyIncome\": -1}");

    assertThat(paths(form.validatePartial(draft))).containsExactly("yearlyIncome");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "20000, ''",
    "20000.55, ''",
    "20000.500, ''",
    "1e3, ''",
    "100000000, ''",
    "100000000.01, 不能大于 100000000",
    "-0.01, 不能小于 0",
    "20000.555, 最多 2 位小数",
    "1e400, 数字太大",
    "'\"20000\"', 应填数字",
    "true, 应填数字",
    "'[20000]', 应填数字"
  })
  void theIncomeIsAnAmountInYuan(String income, String problem) {
    ObjectNode data = application();
    data.set("yearlyIncome", json("{\"value\": " + income + "}").get("value"));

    List<FieldError> errors = form.validate(data);

    if (problem.isEmpty()) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors)
          .singleElement()
          .satisfies(error -> assertThat(error.message()).contains(problem));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"13800138000", "0513-81234567", "051381234567", ""})
  void aPhoneIsAMobileOrALandlineOrNone(String phone) {
    ObjectNode data = application();
    ((ObjectNode) data.get("head")).put("phone", phone);

    assertThat(form.validate(data)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1380013800", "138001380001", "8123456", "电话"})
  void anyOtherPhoneIsRefusedWithAnExample(String phone) {
    ObjectNode data = application();
    ((ObjectNode) data.get("head")).put("phone", phone);

    assertThat(messages(form.validate(data)))
        .singleElement()
        .satisfies(message -> assertThat(message).startsWith("联系电话：").contains("0513-12345678"));
  }

  @Test
  void anIdNumberIsCheckedDigitByDigit() {
    ObjectNode data = application();
    ((ObjectNode) data.get("members").get(1))
        .put("idNumber", "320612201007080330".replace('0', '1'));

    assertThat(form.validate(data))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path()).isEqualTo("members[1].idNumber");
              assertThat(error.message()).startsWith("家庭成员（不含户主）第 2 行·身份证号码：");
            });
  }

  @Test
  void someoneBornTomorrowCannotApplyYet() {
    ObjectNode data = application();
    String tomorrow = IdNumber.invent("320612", LocalDate.of(2026, 11, 22), 5).value();
    ((ObjectNode) data.get("members").get(1)).put("idNumber", tomorrow);

    assertThat(messages(form.validate(data))).singleElement().asString().contains("在今天之后");
  }

  @Test
  void someoneBornTodayInChinaIsWelcome() {
    ObjectNode data = application();
    String today = IdNumber.invent("320612", LocalDate.of(2026, 11, 21), 5).value();
    ((ObjectNode) data.get("members").get(1)).put("idNumber", today);

    assertThat(form.validate(data)).isEmpty();
  }

  @Test
  void nobodyIsInTheHouseholdTwice() {
    ObjectNode data = application();
    ((ObjectNode) data.get("members").get(1)).put("idNumber", HEAD_ID.toLowerCase(Locale.ROOT));

    assertThat(form.validate(data))
        .containsExactly(
            new FieldError(
                "members[1].idNumber", "家庭成员（不含户主）第 2 行·身份证号码：这个身份证号码在本申请里填了两次，请核对是谁的号码填错了"));
  }

  @Test
  void thereIsOneSpouseAtMost() {
    ObjectNode data = application();
    ((ObjectNode) data.get("members").get(1)).put("relation", "妻子");

    assertThat(form.validate(data))
        .containsExactly(
            new FieldError("members[1].relation", "家庭成员（不含户主）第 2 行·与户主关系：配偶只能有一位，请核对与户主关系"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"配偶", "子", "女", "儿媳", "孙女", "兄弟姐妹", "其他"})
  void aRelationIsWhateverPeopleCallIt(String relation) {
    ObjectNode data = application();
    data.putArray("members")
        .addObject()
        .put("name", "李四")
        .put("idNumber", CHILD_ID)
        .put("relation", relation);

    assertThat(form.validate(data)).isEmpty();
  }

  @Test
  void aMemberIsDescribedInFull() {
    ObjectNode data = application();
    data.putArray("members").addObject().put("name", "李四");

    assertThat(paths(form.validate(data)))
        .containsExactly("members[0].idNumber", "members[0].relation");
  }

  @Test
  void twentyMembersAreTheMost() {
    ObjectNode data = application();
    ArrayNode members = data.putArray("members");
    IntStream.range(0, 20)
        .mapToObj(i -> IdNumber.invent("320612", LocalDate.of(1990, 1, 1), i).value())
        .forEach(
            id -> members.addObject().put("name", "王五").put("idNumber", id).put("relation", "子"));
    assertThat(form.validate(data)).isEmpty();

    members.addObject();

    assertThat(form.validate(data))
        .containsExactly(new FieldError("members", "家庭成员（不含户主）：最多填 20 行，现在是 21 行，请删去多余的"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "illness",
        "disability",
        "disaster",
        "schooling",
        "land-loss",
        "job-loss",
        "other"
      })
  void everyCauseOfPovertyCanBeChosen(String cause) {
    ObjectNode data = application();
    data.putArray("causes").add(cause);

    assertThat(form.validate(data)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"laziness\"]', 选项不存在",
    "'[\"illness\", \"illness\"]', 选了两次",
    "'[1]', 选项不存在",
    "'\"illness\"', 应是一个列表"
  })
  void causesAreAListOfKnownCausesEachOnce(String causes, String problem) {
    ObjectNode data = application();
    data.set("causes", json("{\"value\": " + causes + "}").get("value"));

    assertThat(messages(form.validate(data))).singleElement().asString().contains(problem);
  }

  @Test
  void aWrongCauseIsAnsweredWithTheRightOnes() {
    ObjectNode data = application();
    data.putArray("causes").add("laziness");

    assertThat(messages(form.validate(data)))
        .singleElement()
        .asString()
        .contains("因病（illness）、因残（disability）");
  }

  @Test
  void whatTheFormDoesNotAskIsRefusedByName() {
    ObjectNode data = application();
    data.put("income", 1);
    ((ObjectNode) data.get("head")).put("age", 3);

    assertThat(form.validate(data))
        .containsExactlyInAnyOrder(
            new FieldError("income", "表单里没有“income”这一项，请删去，或核对名称是否写错"),
            new FieldError("head.age", "表单里没有“age”这一项，请删去，或核对名称是否写错"));
  }

  @Test
  void answersOfTheWrongShapeAreNamed() {
    ObjectNode data =
        json(
            "{\"head\": \"张三\", \"members\": {\"name\": \"李四\"}, \"yearlyIncome\": 1, \"note\": {}}");

    assertThat(form.validate(data))
        .containsExactly(
            new FieldError("head", "head：应是一组字段（JSON 对象，形如 {…}），请按表单的字段填写"),
            new FieldError("members", "家庭成员（不含户主）：应是一个列表（JSON 数组，形如 […]）"),
            new FieldError("note", "其他情况说明：应填文字（JSON 字符串）"));
  }

  @Test
  void storedAnswersAreRegular() {
    String withX = "11010519491231002x";
    ObjectNode data =
        json(
            """
            {"head": {"name": " 张三 ", "idNumber": "%s", "phone": ""}, "yearlyIncome": 0, "address": null, "note": "  "}
            """
                .formatted(withX));

    assertThat(form.clean(data))
        .isEqualTo(
            json(
                """
                {"head": {"name": "张三", "idNumber": "11010519491231002X"}, "members": [], "yearlyIncome": 0, "causes": []}
                """));
  }

  @Test
  void faultyAnswersAreNotStored() {
    ObjectNode data = application();
    ((ObjectNode) data.get("head")).put("idNumber", "123");

    assertThatThrownBy(() -> form.clean(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("head.idNumber")
        .hasMessageNotContaining("123");
  }
}
