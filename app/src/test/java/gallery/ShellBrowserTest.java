package gallery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Chromium;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The house as people meet it, in a real browser, with the bundle that is shipped. */
@Tag("own-jvm")
@SpringBootTest(
    classes = GalleryApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sunshine.demo-data=true",
      "spring.autoconfigure.exclude=" + GalleryApplication.WITHOUT_DATABASE
    })
class ShellBrowserTest {

  private static final String DONE_COLOUR = "rgb(20, 112, 63)";

  @LocalServerPort private int port;
  private Page page;

  @BeforeEach
  void openPage() {
    page = Chromium.shared().desk(1440, 900).newPage();
  }

  @Test
  void aWrongPasswordIsExplainedInChineseAndARightOneLetsIn() {
    enter("chen", "wrong");
    assertThat(page.getByText("用户名或密码不正确")).isVisible();

    enter("chen", "sunshine");
    assertThat(page.locator(".key-commands")).isVisible();
    assertThat(page.getByText("演示数据")).isVisible();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
  }

  @Test
  void theNavigationHoldsOnlyWhatTheRoleMayOpenAndCountsWhatWaits() {
    logIn("chen", "sunshine");
    Locator navigation = page.locator(".side-navigation");
    assertThat(navigation.getByText("案件")).isVisible();
    assertThat(navigation.getByText("用户")).hasCount(0);
    assertThat(navigation.getByLabel("12 件待办")).hasText("12");

    page = Chromium.shared().desk(1440, 900).newPage();
    logIn("gu", "sunshine");
    assertThat(page.locator(".side-navigation").getByText("待办")).isVisible();
    assertThat(page.locator(".side-navigation").getByText("案件")).hasCount(0);
  }

  @Test
  void theSlashKeyLeadsToTheSearchWhichFindsCasesAndPages() {
    logIn("chen", "sunshine");
    page.keyboard().press("/");
    page.keyboard().type("张建国");
    assertThat(page.locator(".search-hit").first()).containsText("NT-2026-000318 张建国户");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/gallery/form$"));
  }

  @Test
  void aSingleKeyIsACommandOnlyWhileNobodyIsTyping() {
    logIn("chen", "sunshine");
    page.keyboard().press("j");
    assertThat(page.locator("#typed")).hasText("j");

    page.getByLabel("姓名", new Page.GetByLabelOptions().setExact(true)).fill("k");
    page.getByLabel("姓名", new Page.GetByLabelOptions().setExact(true)).press("c");
    assertThat(page.locator("#typed")).hasText("j");
  }

  @Test
  void aRefusalIsSaidInItsOwnWordsAndAFaultByItsNumberOnly() {
    logIn("chen", "sunshine");
    button("拒绝").click();
    assertThat(page.getByText("这件事刚刚已由郁敏办理，请刷新列表。")).isVisible();
    button("出错").click();
    assertThat(page.getByText(Pattern.compile("错误编号 [0-9A-F]{8}"))).isVisible();

    open("gallery/refused");
    assertThat(page.getByText("没有找到这件案件，或者它不在您的管辖范围内。")).isVisible();
    open("gallery/broken");
    assertThat(page.getByText(Pattern.compile("错误编号 [0-9A-F]{8}"))).isVisible();
    assertThat(page.content()).doesNotContain("IllegalStateException");
    open("gallery/admin");
    assertThat(page.getByText("您没有查看这个页面的权限")).isVisible();
    open("no/such/page");
    assertThat(page.getByText("没有这个页面")).isVisible();
  }

  @Test
  void nothingIsRefusedWithoutAReason() {
    logIn("chen", "sunshine");
    button("不同意").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    Locator confirm =
        dialog.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("不同意").setExact(true));
    confirm.click();
    assertThat(dialog.getByText("请填写理由。")).isVisible();

    dialog.locator("textarea").fill("人均收入高于标准");
    confirm.click();
    assertThat(page.getByText("已记录：人均收入高于标准")).isVisible();
    assertThat(dialog).hasCount(0);
  }

  @Test
  void theDiagramShowsTheWayTakenAndTheStepInWork() {
    openForms();
    Locator diagram = page.locator("sunshine-bpmn-diagram");
    assertThat(diagram.locator("[data-element-id='group-review'].step-done > .djs-visual > rect"))
        .hasCSS("stroke", DONE_COLOUR);
    assertThat(
            diagram.locator(
                "[data-element-id='group-review-outcome--committee-review'].way-taken"
                    + " > .djs-visual > path"))
        .hasCSS("stroke", DONE_COLOUR);
    assertThat(diagram.locator("[data-element-id='county-sign-off'].step-done")).hasCount(0);
    assertThat(diagram.locator(".diagram-sign.active")).hasText("▶ 正在办理");
    assertThat(diagram.locator("svg[role=img]"))
        .hasAttribute("aria-label", Pattern.compile("正在办理：镇.*审核"));
    assertThat(diagram.locator(".bjs-powered-by")).isVisible();
  }

  @Test
  void theFormSpeaksChineseAndCarriesTheMarkOfItsMakers() {
    openForms();
    Locator form = page.locator("sunshine-camunda-form").first();
    page.locator("#submit").click();
    assertThat(form.getByText("此项必填。").first()).isVisible();
    assertThat(form.locator(".form-summary")).containsText("处需要改正");
    assertThat(page.locator("#answer")).containsText("members.0.idNumber");
    assertThat(form.getByText("添加一项")).isVisible();
    assertThat(form.locator(".fjs-powered-by-link")).isVisible();
    assertThat(form.innerText()).doesNotContain("Field is required");
  }

  @Test
  void whatTheServerFindsWrongStandsAtItsField() {
    openForms();
    Locator form = page.locator("sunshine-camunda-form").first();
    page.locator("#server").click();
    assertThat(fieldWith(form, "身份证号校验码不对。").locator("input")).hasValue("320612196501011217");
    assertThat(fieldWith(form, "与户主的身份证号相同。")).hasCount(1);
    assertThat(form.locator(".form-summary")).containsText("该户已有一件正在办理的申请。");
  }

  @Test
  void aFormThatIsOnlyReadCannotBeChanged() {
    openForms();
    Locator reading = page.locator("sunshine-camunda-form").nth(1);
    assertThat(reading.locator("input[type=text]").first()).hasAttribute("readonly", "");
  }

  @Test
  void theListIsExportedAsItIsShown() throws Exception {
    logIn("chen", "sunshine");
    Download download = page.waitForDownload(() -> page.getByText("导出 Excel").click());
    assertThat(download.suggestedFilename()).isEqualTo("低收入户.xlsx");
    try (InputStream file = download.createReadStream();
        ReadableWorkbook workbook = new ReadableWorkbook(file)) {
      List<String> heads =
          workbook.getFirstSheet().read().stream().map(row -> row.getCellText(0)).toList();
      assertThat(heads).containsExactly("户主", "张建国", "李秀兰", "王德明");
    }
  }

  @Test
  void thePublicReadsWithoutLoggingInOnASmallTelephone() {
    page.setViewportSize(375, 740);
    open("public");
    assertThat(page.getByText("如有异议，请在公示期内提出")).isVisible();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(375);
  }

  private static Locator fieldWith(Locator form, String message) {
    return form.locator(
        ".fjs-form-field-textfield", new Locator.LocatorOptions().setHasText(message));
  }

  private void openForms() {
    Chromium.logIn(page.context(), system(), "chen", "sunshine");
    open("gallery/form");
    assertThat(page.locator("sunshine-camunda-form .fjs-form")).hasCount(2);
    assertThat(page.locator("sunshine-bpmn-diagram .diagram-sign.active")).isVisible();
  }

  private Locator button(String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  /** Somebody who is logged in and looks at the first page. */
  private void logIn(String username, String password) {
    Chromium.logIn(page.context(), system(), username, password);
    open("");
    assertThat(page.locator(".key-commands")).isVisible();
  }

  private void enter(String username, String password) {
    open("login");
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(password);
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(Pattern.compile("(/|error)$"));
  }

  private void open(String path) {
    page.navigate(system() + path);
  }

  private String system() {
    return "http://127.0.0.1:" + port + "/";
  }
}
