package cn.sunshine.escalation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** More time for a task (NT-16): asked for in the inbox, granted by the office above. */
class ExtensionBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612104005";

  @Test
  void theOfficeAboveHearsOfTheRequestGrantsItAndTheAnswerComesBack() {
    Person village = Person.official(port, "village." + VILLAGE);
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    Person.official(port, "group." + VILLAGE).task(caseId, "group-review");
    logIn("group." + VILLAGE);
    open("cases/" + caseId);
    termsOn(page);
    button(page, "申请延期").click();
    page.getByLabel("延长的工作日数").fill("2");
    button(page, "提出申请").click();
    assertThat(page.getByText("请写明申请延期的理由").first()).isVisible();
    page.getByRole(AriaRole.DIALOG).getByLabel("理由").fill("多数村民外出，评议会推迟");
    button(page, "提出申请").click();
    assertThat(page.getByText("已提出延期申请")).isVisible();

    Page township = at("notifications?kind=extension", "township.320612104");
    township.getByText("承办人申请延期 2 个工作日，理由：多数村民外出，评议会推迟").click();
    termsOn(township);
    assertThat(township.locator("body")).containsText("理由：多数村民外出，评议会推迟。待批准");
    township.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/extension.png")));
    button(township, "批准延期").click();

    assertThat(township.getByText("期限已调整")).isVisible();
    open("notifications?kind=extension");
    assertThat(page.getByText("延期 2 个工作日已批准").first()).isVisible();
  }

  private static void termsOn(Page casePage) {
    casePage.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("期限")).click();
  }
}
