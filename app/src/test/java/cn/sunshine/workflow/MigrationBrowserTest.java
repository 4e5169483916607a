package cn.sunshine.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** JY-17: who approves sees which cases a new version has overtaken, and why they stay. */
class MigrationBrowserTest extends BrowserTest {

  private static final String ROOT = "320412";
  private static final Artefact HELP = Workflows.artefact("wujin", "help-request");

  @Autowired Workflows workflows;
  @Autowired Changes changes;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    staff.takesBack(RunningCases.KEEP, List.of(HELP));
  }

  @Test
  void theListLeadsToTheCasesThatANewVersionHasOvertaken() {
    String caseId = files();
    Person.official(port, "office." + ROOT).task(caseId, "acceptance");
    release();

    Page desk = at("policy/workflows", "policy-approver." + ROOT);
    desk.locator("a[href='" + MigrationPage.path("wujin", "help-request") + "']").click();

    assertThat(desk.getByText(caseId).first()).isVisible();
    assertThat(desk.getByText("在停着的环节按新版接着办").first()).isVisible();
    assertThat(desk.getByText("原来的流程里有事件子流程“撤回处理”").first()).isVisible();
    assertThat(button(desk, "改用新版")).isDisabled();

    Page reader = at(MigrationPage.path("wujin", "help-request"), "policy." + ROOT);
    assertThat(reader.getByText(caseId).first()).isVisible();
    assertThat(button(reader, "改用新版")).hasCount(0);
  }

  private void release() {
    workflows.keep(
        "wujin",
        "help-request",
        staff
            .shipped(HELP)
            .replace("candidateGroups=\"office@county\"", "candidateGroups=\"county@county\""),
        staff.author());
    staff.releases(RunningCases.KEEP);
  }

  private String files() {
    return Person.anyone(port)
        .post(
            "/api/v1/complaints",
            Map.of(
                "kind", "help-request",
                "region", "320412103003",
                "subject", "房顶漏雨",
                "text", "房顶漏雨，下雨天没法住。",
                "contact", "13912345678 李先生"))
        .ok()
        .path("caseId")
        .asString();
  }
}
