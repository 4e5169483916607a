package cn.sunshine.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The applicant reads what became of the application. */
class NotificationsBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612103202";
  private static final String OTHER_VILLAGE = "320612103208";

  @Test
  void theApplicantSeesTheResultAndOpensTheCase() {
    Person farmer = Person.official(port, "farmer." + VILLAGE);
    logIn("farmer." + VILLAGE);
    open("notifications");
    assertThat(page.getByText("还没有消息")).isVisible();

    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    farmer.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();

    assertThat(page.getByText("1 条未读").first()).isVisible();
    page.getByText("张建国户 申请纳入：已按您的申请撤回。").click();
    assertThat(page.locator("h1")).hasText("张建国户 申请纳入");
    open("notifications");
    assertThat(page.locator(".notification-line").first()).containsText("已读");
  }

  @Test
  void theOfficeHearsOfANewTaskAtOnceAndDoesItInTheInbox() {
    logIn("group." + OTHER_VILLAGE);
    open("notifications?kind=assigned");
    assertThat(page.getByText("没有符合条件的消息")).isVisible();

    Person.official(port, "farmer." + OTHER_VILLAGE)
        .applies(OTHER_VILLAGE, Applications.withinTheLine());

    assertThat(page.locator(".top-bar-link .count")).hasText("1");
    button(page, "标为已读").click();
    assertThat(page.locator(".top-bar-link .count")).hasCount(0);
    page.getByText("张建国户 申请纳入：请在").click();
    assertThat(page.locator(".inbox-task")).containsText("张建国户 申请纳入");
  }
}
