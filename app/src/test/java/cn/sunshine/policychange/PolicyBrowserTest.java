package cn.sunshine.policychange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An author and an approver change the line and read a table, on their screens. */
class PolicyBrowserTest extends BrowserTest {

  private static final Artefact LINE =
      new Artefact("nantong", ArtefactKind.PARAMETER, "income.line.per-person");
  private static final String VILLAGE = "320612114004";

  @Autowired Changes changes;
  @Autowired Clock clock;
  Actor approver =
      new Actor("policy-approver.3206", "", Set.of(new Grant(Role.POLICY_APPROVER, "3206")));

  @AfterEach
  void backToTheShippedLine() {
    Actor author = new Actor("policy.3206", "", Set.of(new Grant(Role.POLICY, "3206")));
    changes
        .inHand("nantong", author)
        .filter(change -> change.state() == PolicyChange.State.DRAFT)
        .ifPresent(change -> changes.discard(change.id(), author));
    if (changes.inForce(LINE, approver).number() > PolicyVersion.SHIPPED) {
      changes.goBack(LINE, PolicyVersion.SHIPPED, RunningCases.MOVE, "测试结束", approver);
    }
  }

  @Test
  void theLineIsRaisedByOneAndApprovedByAnother() {
    LocalDate today = LocalDate.now(clock);
    logIn("policy.3206");
    open("policy/parameters");
    page.getByLabel("搜索").first().fill("income.line");
    page.getByLabel("修改 人均收入标准").click();
    Locator dialog = page.locator("vaadin-dialog").first();
    page.getByLabel("新值").fill("7500");
    page.getByLabel("生效日").fill(today.toString());
    page.getByLabel("生效日").press("Enter");
    assertThat(dialog).containsText("7,500.00 元/人·年");
    button(page, "放入修改方案").click();
    assertThat(page.locator(".change-in-hand")).containsText("有 1 项");
    page.getByText("查看、试算并提交").click();
    assertThat(page.locator(".diff-line.gone")).containsText("7,000.00");
    assertThat(page.locator(".diff-line.new").last()).containsText("7,500.00");
    assertThat(page.locator(".change-content")).containsText("检查通过");
    button(page, "提交审批").click();
    button(page, "提交").click();
    Locator title =
        page.locator("vaadin-text-field").filter(new Locator.FilterOptions().setHasText("标题"));
    assertThat(title.first()).hasAttribute("invalid", "");
    page.getByLabel("标题").fill("提高收入标准");
    page.getByLabel("标题").press("Tab");
    assertThat(title.first()).not().hasAttribute("invalid", "");
    page.getByLabel("修改理由").fill("物价上涨");
    page.getByLabel("依据文件").fill("通扶〔2026〕12号");
    button(page, "提交").click();
    assertThat(page.locator("vaadin-grid").first()).containsText("待审批");
    assertThat(page.locator("vaadin-grid").first()).containsText("（演示）");
    assertThat(page.locator("vaadin-grid").first()).not().containsText("policy.3206");

    Page desk = at("", "policy-approver.3206");
    desk.locator(".inbox-row")
        .filter(new Locator.FilterOptions().setHasText("提高收入标准"))
        .first()
        .click();
    assertThat(desk.locator(".task-facts")).containsText("7,500.00 元/人·年");
    desk.click("#outcome-approve");

    page.navigate(address("policy/parameters?pack=nantong&name=income.line"));
    Locator row = page.locator("vaadin-grid").first();
    for (int i = 0; i < 20 && !row.innerText().contains("7,500.00"); i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(row).containsText("7,500.00 元/人·年");
    page.getByLabel("历史 人均收入标准").click();
    assertThat(page.locator("vaadin-dialog").last()).containsText("第 1 版　随系统发布");
    assertThat(page.locator("vaadin-dialog").last()).containsText("物价上涨");
    assertThat(page.locator("vaadin-dialog").last()).not().containsText("policy.3206");
    page.navigate(address("policy/changes"));
    page.getByText("提高收入标准").first().click();
    assertThat(page.locator("main")).containsText("已生效");
    assertThat(page.getByText("试算", new Page.GetByTextOptions().setExact(true))).hasCount(0);
  }

  @Test
  void aDecisionIsExplainedWithWhatWouldChangeItAndReplayed() {
    String caseId =
        Person.official(port, "farmer." + VILLAGE).applies(VILLAGE, Applications.of(24_000));
    Person.official(port, "group." + VILLAGE).task(caseId, "group-review");
    logIn("county.320612");
    open("cases/" + caseId);
    page.getByText("为什么是这个结论").first().click();

    assertThat(page.locator("main")).containsText("不符合条件");
    assertThat(page.locator("main")).containsText("家庭年收入不高于 21,000.00 元时，结论是“符合条件”");
    assertThat(page.locator("main")).containsText("结论和依据完全相同");
    assertThat(page.locator("main")).containsText("NT-8");
    assertThat(page.locator("main")).containsText("低收入户资格认定　第 ");
    assertThat(page.locator("main")).containsText("收入情况　第 ");
    assertThat(page.locator("main")).containsText("8,000.00 元/人·年");
    assertThat(page.locator("main")).containsText("人均收入标准");
    assertThat(page.locator("main")).not().containsText("8000.0");
    assertThat(page.locator("main")).not().containsText("household-eligibility");
    // Ids are in tooltips, for who asks.
    assertThat(page.locator("vaadin-grid").last()).containsText("7,000.00 元/人·年");
    assertThat(page.locator("vaadin-grid").last().locator("vaadin-grid-cell-content").first())
        .not()
        .containsText("income.line");
  }

  @Test
  void aTableIsTriedAndCheckedFromWhicheverTabIsOpen() {
    logIn("policy.3206");
    open("policy/tables?pack=nantong&name=request-terms");
    assertThat(page.locator("sunshine-dmn-editor")).containsText("诉求类型");
    // Codes are said in words above them.
    assertThat(page.locator("td[data-words='求助']").first()).containsText("help-request");
    assertThat(page.locator("td[data-words='答复']").first()).containsText("reply");

    page.getByText("试一试").first().click();
    choose("诉求类型", "求助");
    choose("环节", "答复");
    button(page, "看结论").click();
    assertThat(page.locator("main")).containsText("第 3 行　NT-21 求助受理后5个工作日内答复");

    page.getByText("测试用例").first().click();
    button(page, "检查").click();
    assertThat(page.locator("vaadin-notification-card").last()).containsText("检查通过");
  }

  private void choose(String label, String option) {
    page.locator("vaadin-select").filter(new Locator.FilterOptions().setHasText(label)).click();
    page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
  }

  @Test
  void aTableIsOpenedWithItsCasesAndItsRules() {
    logIn("policy.3206");
    open("policy/tables?pack=nantong&name=household-eligibility");

    assertThat(page.locator("sunshine-dmn-editor")).containsText("收入超出标准的金额（元）");
    page.getByText("测试用例").first().click();
    assertThat(page.locator("vaadin-grid").first()).containsText("恰好等于标准");
    assertThat(page.locator("vaadin-grid").first()).containsText("通过");
    assertThat(page.locator("vaadin-grid").first()).containsText("不符合条件");
    assertThat(page.locator("vaadin-grid").first()).not().containsText("ELIGIBLE");
    page.getByText("程序规则").first().click();
    assertThat(page.getByText("缺失不等于").first()).isVisible();
  }
}
