package cn.sunshine.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox as officials work in it all day. */
class InboxBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612104001";

  private Person village;
  private Person group;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
  }

  @Test
  void theGroupApprovesWithTheKeyboardAndTheNextTaskOpens() {
    String first = waitingForTheGroup("赵一鸣");
    String second = waitingForTheGroup("钱二喜");
    opensTheInbox();
    search(first);
    assertThat(page.locator(".task-title h1")).hasText("赵一鸣户 申请纳入");
    assertThat(page.locator(".task-facts")).containsText("不高于 7,000.00 元（NT-8）");

    page.locator(".task-title h1").click();
    page.keyboard().press("a");

    assertThat(page.locator(".toast")).containsText("赵一鸣户 申请纳入：同意");
    village.task(first, "committee-review");
    search(second);
    assertThat(page.locator(".task-title h1")).hasText("钱二喜户 申请纳入");
  }

  @Test
  void aRefusalAsksForTheReasonFirst() {
    String caseId = waitingForTheGroup("孙三立");
    opensTheInbox();
    search(caseId);

    page.click("#outcome-reject");
    assertThat(page.getByText("必须写明理由")).isVisible();
    page.getByLabel("意见").fill("收入不实");
    page.click("#outcome-reject");

    village.seesEnd(caseId, "REJECTED");
  }

  @Test
  void aReturnAsksToWhichStep() {
    String caseId = waitingForTheGroup("李四维");
    opensTheInbox();
    search(caseId);

    page.click("#outcome-return");
    page.getByLabel("需要补正什么").fill("请补充收入构成");
    page.click("#confirm-return");

    village.task(caseId, "correction");
  }

  @Test
  void aNewTaskAppearsWithoutReloading() {
    opensTheInbox();
    page.waitForSelector(".inbox");

    waitingForTheGroup("周五常");

    assertThat(page.locator(".inbox-row").filter(hasText("周五常户"))).isVisible();
  }

  @Test
  void theCasePageShowsTheWayTakenOnTheDiagram() {
    String caseId = waitingForTheGroup("吴六奇");
    group.approves(caseId, "group-review");
    village.task(caseId, "committee-review");
    logIn("village." + VILLAGE);

    open("cases/" + caseId);
    assertThat(page.locator(".page-header")).containsText("办理中");
    assertThat(page.locator(".timeline").first()).containsText("村民小组评议");
    page.getByText("流程图").click();

    assertThat(page.locator("sunshine-bpmn-diagram svg").first()).isVisible();
    assertThat(page.locator("sunshine-bpmn-diagram")).containsText("正在办理");
    assertThat(page.locator("sunshine-bpmn-diagram .bjs-powered-by")).isVisible();
  }

  @Test
  void aCaseOfAnotherVillageIsNotShown() {
    String caseId = waitingForTheGroup("郑七星");
    logIn("village.320612104002");

    open("cases/" + caseId);

    assertThat(page.locator("body")).containsText("没有编号为");
    assertThat(page.locator("body")).not().containsText("郑七星");
  }

  private String waitingForTheGroup(String name) {
    Map<String, Object> application = Applications.withinTheLine();
    application.put(
        "head", Map.of("name", name, "idNumber", Applications.nextNumber(), "phone", ""));
    String caseId = village.applies(VILLAGE, application);
    group.task(caseId, "group-review");
    return caseId;
  }

  private void opensTheInbox() {
    logIn("group." + VILLAGE);
    open("");
    page.waitForSelector(".inbox");
  }

  private void search(String caseId) {
    page.getByLabel("在待办里搜索").fill(caseId);
    page.keyboard().press("Enter");
    assertThat(page.locator(".inbox-row")).hasCount(1);
    page.locator(".inbox-row").click();
    // What is clicked on a task that is about to give way to another is rightly not done.
    assertThat(page.locator(".task-where")).containsText(caseId);
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
