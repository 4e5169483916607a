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
    assertThat(page.getByText("已读").first()).isVisible();
  }
}
