package cn.sunshine.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The supervisors' page as they use it: from a number to the case in two clicks, and the urge. */
class SupervisionBrowserTest extends BrowserTest {

  private static final String COUNTY = "320671";
  private static final String VILLAGE = "320671002006";

  @Test
  void fromANumberToTheCaseInTwoClicks() {
    applies(VILLAGE);
    logIn("county." + COUNTY);
    open("supervision?region=" + VILLAGE);

    assertThat(tile("在办").locator(".tile-number")).not().hasText("0");
    tile("在办").click();
    page.locator("vaadin-grid a").first().click();

    assertThat(page.locator("h1")).hasText("张建国户 申请纳入");
  }

  @Test
  void theFiguresFollowWithoutReloading() {
    logIn("office." + COUNTY);
    String other = "320671002002";
    open("supervision?region=" + other);
    assertThat(tile("在办").locator(".tile-number")).hasText("0");

    applies(other);

    assertThat(tile("在办").locator(".tile-number")).hasText("1");
    assertThat(page.locator(".diagram-heat").first()).hasText("1");
    assertThat(page.locator(".offices-panel")).containsText("村民小组");
  }

  @Test
  void anUrgeReachesTheOfficeAtOnce() {
    String other = "320671002003";
    applies(other);
    Page desk = at("notifications?kind=urged", "group." + other);
    assertThat(desk.getByText("没有符合条件的消息")).isVisible();
    logIn("county." + COUNTY);
    open("supervision/tasks?region=" + other);

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("催办 张建国户 申请纳入 村民小组评议"))
        .click();
    page.getByLabel("催办内容").fill("请今天下午前评议");
    button(page, "发送催办").click();

    assertThat(desk.getByText("请今天下午前评议")).isVisible();
    assertThat(page.getByText("再催办（1）")).isVisible();
  }

  @Test
  void aStepOfThePictureLeadsToItsTasks() {
    String other = "320671002004";
    applies(other);
    logIn("county." + COUNTY);
    open("supervision?region=" + other);

    page.locator("[data-element-id=group-review].djs-shape").click();

    assertThat(page).hasURL(Pattern.compile("supervision/tasks\\?.*step=group-review"));
    assertThat(page.getByText("环节：村民小组评议")).isVisible();
    assertThat(page.locator("vaadin-grid a").first()).hasText("张建国户 申请纳入");
  }

  @Test
  void theChartIsDrawnAndTheFiguresAreExported() {
    logIn("county." + COUNTY);
    open("supervision");

    assertThat(page.locator(".trend-panel sunshine-chart svg")).isVisible();
    assertThat(page.locator(".trend-panel .chart-host"))
        .hasAttribute("aria-label", Pattern.compile("按时办结率，近 12 周：.*%"));
    Download download = page.waitForDownload(() -> page.getByText("导出 Excel").click());
    Assertions.assertThat(download.suggestedFilename()).isEqualTo("时限看板.xlsx");
  }

  @Test
  void onTheWallTheSameFiguresStandWithoutNavigation() {
    logIn("county." + COUNTY);
    open("supervision");
    page.getByText("大屏").click();

    assertThat(page.locator(".wall h1")).hasText("南通经济技术开发区 时限看板");
    assertThat(page.locator("vaadin-side-nav")).hasCount(0);
    assertThat(tile("已逾期")).isVisible();
    page.getByText("退出大屏").click();
    assertThat(page.locator("vaadin-side-nav").first()).isVisible();
  }

  @Test
  void itFitsOnATelephone() {
    logIn("township." + COUNTY + "002");
    page.setViewportSize(375, 812);
    open("supervision");
    assertThat(tile("在办")).isVisible();

    Object tooWide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");

    Assertions.assertThat(((Number) tooWide).intValue()).isLessThanOrEqualTo(0);
  }

  @Test
  void whoDoesNotSuperviseFindsNoSuchPage() {
    logIn("village." + VILLAGE);
    open("");
    assertThat(page.locator(".main-layout")).isVisible();
    assertThat(page.getByText("时限看板")).hasCount(0);
    open("supervision");
    assertThat(page.locator(".board")).hasCount(0);
  }

  private Locator tile(String title) {
    return page.locator(".tile").filter(new Locator.FilterOptions().setHasText(title)).first();
  }

  private void applies(String village) {
    String caseId =
        Person.official(port, "village." + village).applies(village, Applications.withinTheLine());
    Person.official(port, "group." + village).task(caseId, "group-review");
  }
}
