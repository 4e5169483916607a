package cn.sunshine.rules;

import static cn.sunshine.rules.Households.NANTONG;
import static cn.sunshine.rules.Households.PACKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NT-24, NT-27: what a complaint or a request for help is about, who has it, how severe it is. */
class ComplaintSortingTest {

  private static final RuleEngine ENGINE = new RuleEngine(PACKS);

  @ParameterizedTest
  @CsvSource({
    "complaint, 村干部冒领补助, discipline, SERIOUS",
    "complaint, 评议不公平没评上, relief, ORDINARY",
    "complaint, 今年的补贴一直没收到, finance, ORDINARY",
    "help-request, 房顶漏雨要塌了, housing, URGENT",
    "help-request, 自来水水质发黄, water, ORDINARY",
    "help-request, 孩子上学交不起学费, education, ORDINARY",
    "help-request, 医药费太高, medical-insurance, ORDINARY",
    "help-request, 想找一份工作, human-resources, ORDINARY",
    "complaint, 大棚施工停了半年, agriculture, ORDINARY",
    "complaint, 帮扶干部一次也没来, relief, ORDINARY",
    "complaint, 邻居的狗太吵, civil-affairs, ORDINARY",
    "help-request, 家里断粮了, civil-affairs, URGENT"
  })
  void theWordsDecide(String kind, String text, String department, String severity) {
    Decision decision = sort(Map.of("kind", kind, "subject", "反映情况", "text", text));

    assertThat(decision.outcome()).isEqualTo(severity);
    assertThat(decision.findings().get(1).actual()).isEqualTo(department);
    assertThat(decision.findings()).hasSize(3);
  }

  @Test
  void aRequestForHelpIsNoClue() {
    assertThat(sort(Map.of("kind", "help-request", "subject", "补助被冒领", "text", "请帮帮我")).outcome())
        .isEqualTo("ORDINARY");
  }

  @Test
  void itSaysWhyInChineseAndUnderWhichArticle() {
    List<Finding> findings =
        sort(Map.of("kind", "complaint", "subject", "挪用", "text", "挪用救灾款")).findings();

    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly(
            "类别：侵害群众利益，因为出现“挪用”（NT-27）。", "建议承办部门：纪委监委（NT-27）。", "严重程度：严重线索，移送同级纪检监察（NT-27）。");
    assertThat(findings).extracting(Finding::rule).contains("topic-corruption", "severity-serious");
  }

  @Test
  void everyDepartmentOfTheTableIsOneThatThereIs() {
    for (String text : List.of("贪污", "名单", "补贴", "危房", "饮水", "学费", "医保", "就业", "项目", "结对", "其他")) {
      Object department =
          sort(Map.of("kind", "complaint", "subject", text, "text", text))
              .findings()
              .get(1)
              .actual();
      assertThat(ResponsibleDepartment.of(department.toString())).as(text).isPresent();
    }
  }

  @Test
  void withoutTextItIsOther() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", "complaint");
    assertThat(sort(facts).findings().getFirst().actual()).isEqualTo("其他");
  }

  @Test
  void otherKindsAreRefused() {
    assertThatExceptionOfType(InvalidFacts.class)
        .isThrownBy(() -> sort(Map.of("kind", "praise")))
        .withMessageContaining("kind");
    assertThatExceptionOfType(InvalidFacts.class).isThrownBy(() -> sort(Map.of("text", 5)));
  }

  private static Decision sort(Map<String, Object> facts) {
    return ENGINE.evaluate(
        new RuleRequest("complaint-sorting", "nantong", LocalDate.of(2026, 6, 1), facts), NANTONG);
  }
}
