package cn.sunshine.workflow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.Submission;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** JY-17: who approves sees which cases a new version has overtaken, and why they stay. */
class MigrationBrowserTest extends BrowserTest {

  private static final String ROOT = "320412";
  private static final Artefact HELP = Workflows.artefact("wujin", "help-request");

  @Autowired Workflows workflows;
  @Autowired Changes changes;

  Actor author = new Actor("policy." + ROOT, "", Set.of(new Grant(Role.POLICY, ROOT)));
  Actor approver =
      new Actor("policy-approver." + ROOT, "", Set.of(new Grant(Role.POLICY_APPROVER, ROOT)));

  /** All tests share one application: the others want the model as it is shipped. */
  @AfterEach
  void backToTheShippedModel() {
    if (changes.inForce(HELP, approver).number() > PolicyVersion.SHIPPED) {
      changes.goBack(HELP, PolicyVersion.SHIPPED, RunningCases.KEEP, "测试结束", approver);
    }
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
    PolicyChange change =
        workflows.keep(
            "wujin",
            "help-request",
            changes
                .version(HELP, PolicyVersion.SHIPPED, author)
                .content()
                .replace("candidateGroups=\"office@county\"", "candidateGroups=\"county@county\""),
            author);
    String caseId =
        changes
            .submit(
                change.id(),
                new Submission(
                    "求助改由扶贫办受理", "职责调整", "武扶〔2026〕5号", Optional.empty(), RunningCases.KEEP),
                author)
            .getId();
    Person approving = Person.official(port, "policy-approver." + ROOT);
    approving.approves(caseId, "policy-approval");
    approving.seesEnd(caseId, "COMPLETED");
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
