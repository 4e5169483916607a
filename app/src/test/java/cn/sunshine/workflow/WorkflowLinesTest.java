package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison that an approver reads says in Chinese what each element does. */
class WorkflowLinesTest {

  private static final ProcessModel NOTICE =
      ProcessLibrary.onClassPath().shipped("nantong", "public-notice").orElseThrow();

  private static final WorkflowLines.Names NAMES =
      new WorkflowLines.Names() {
        @Override
        public String ofParameter(String parameter) {
          return "复核期限";
        }

        @Override
        public String ofStep(String step) {
          return "村民小组评议";
        }

        @Override
        public String ofProcess(String process) {
          return "公示";
        }

        @Override
        public String ofJob(String jobType) {
          return "发布公示";
        }
      };

  @Test
  void aStepSaysWhoDoesItByWhenAndWhereItMayReturnTo() {
    assertThat(lines(NOTICE.text()))
        .filteredOn(line -> line.startsWith("办理环节"))
        .singleElement()
        .asString()
        .startsWith("办理环节 复核异议（objection-review）　单位 由案件决定　表单 objection-review　复核期限　可退回 村民小组评议")
        .contains("单位由 =[if objectionReviewer = null then \"village@village\"");
  }

  @Test
  void aLineSaysFromWhereToWhereAndWhen() {
    assertThat(lines(NOTICE.text()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("连线 不成立，继续公示（")
                    .contains("从“异议成立吗？”", "条件 =outcome = \"approve\""));
  }

  @Test
  void anotherConditionIsAnotherLine() {
    String changed = NOTICE.text().replace("=outcome = \"approve\"", "=outcome = \"ask\"");

    assertThat(lines(changed))
        .filteredOn(line -> !lines(NOTICE.text()).contains(line))
        .singleElement()
        .asString()
        .contains("条件 =outcome = \"ask\"");
  }

  private static List<String> lines(String text) {
    return WorkflowLines.of(ProcessModel.parse(text.getBytes(StandardCharsets.UTF_8)), NAMES);
  }
}
