package cn.sunshine.exit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.household.Households;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** JY-3, YC-1: an exit on the screens of all who have a part in it. */
class ExitBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320281004203";
  private static final Pattern CASE = Pattern.compile(".*/cases/(JY-[0-9-]+).*");

  @Autowired Households households;

  @Test
  void theVillageReportsFiveSignAndTheRegisterSaysUntilWhenThePoliciesAreKept() {
    String number = households.register(RegisteredPeople.household("JY", VILLAGE, "邹福田"));
    logIn("village." + VILLAGE);
    open("households/" + number);
    button(page, "提出退出").click();
    page.getByLabel("家庭年收入").fill("40000");
    page.getByLabel("退出理由").fill("子女就业，收入稳定");
    button(page, "提交上报").click();
    page.waitForURL(CASE);
    String caseId = page.url().replaceFirst(CASE.pattern(), "$1");

    signs("farmer." + VILLAGE, caseId, "农户签字，确认收入");
    signs("helper." + VILLAGE, caseId, "帮扶责任人签字，确认住房");
    signs("village." + VILLAGE, caseId, "村委会签字，确认就学");
    signs("township.320281004", caseId, "镇（街）签字，确认资料");
    signs("department.320281", caseId, "主管部门签字，确认医疗保障");

    String until =
        Person.official(port, "village." + VILLAGE)
            .seesEnd(caseId, "COMPLETED")
            .at("/result/keptUntil")
            .asString();
    open("households/" + number);
    assertThat(page.locator(".page-header")).containsText("已退出");
    assertThat(page.locator(".key-values").first()).containsText("政策保留至" + until);
    open("households?status=EXITED&q=" + number);
    assertThat(page.locator("vaadin-grid").getByText("政策保留至")).isVisible();
    assertThat(page.locator("vaadin-grid").getByText(until)).isVisible();
  }

  @Test
  void theVillageHandsInWhatAHouseholdWithoutAnAccountHasSigned() {
    String number = households.register(RegisteredPeople.household("JY", VILLAGE, "缪守义"));
    String caseId =
        Person.official(port, "village." + VILLAGE)
            .post(
                "/api/v1/cases",
                Map.of(
                    "process",
                    "household-exit",
                    "region",
                    VILLAGE,
                    "data",
                    Map.of(
                        "householdNumber",
                        number,
                        "yearlyIncome",
                        40_000,
                        "reason",
                        "收入稳定",
                        "householdSigns",
                        "on-paper")))
            .ok()
            .path("id")
            .asString();
    Person.official(port, "village." + VILLAGE).task(caseId, "signed-sheet");
    Page village = opened("village." + VILLAGE, caseId, "代收农户签字表");
    village.getByLabel("签字人").fill("缪守义");
    village.click("#outcome-approve");
    assertThat(village.locator(".toast").last()).containsText("还缺：农户签字表");

    village
        .locator("vaadin-upload input[type=file]")
        .first()
        .setInputFiles(
            new FilePayload(
                "签字表.pdf",
                "application/pdf",
                "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(village.locator(".evidence-row").first()).containsText("已有");
    village.click("#outcome-approve");

    Person.official(port, "helper." + VILLAGE).task(caseId, "helper-signature");
  }

  private void signs(String account, String caseId, String step) {
    // The engine needs a moment between two signatures.
    Person.official(port, account).task(caseId, taskTypeOf(account));
    Page desk = opened(account, caseId, step);
    assertThat(desk.locator(".task-facts")).containsText("五签字五确认");
    desk.click("#outcome-approve");
    assertThat(desk.locator(".toast").last()).containsText("签字并确认，已记录");
    desk.context().close();
  }

  private static String taskTypeOf(String account) {
    String role = account.substring(0, account.indexOf('.'));
    return (role.equals("farmer") ? "household" : role) + "-signature";
  }

  /** The task in the pane of its inbox, chosen in the list. */
  private Page opened(String account, String caseId, String step) {
    Page desk = at("", account);
    desk.getByLabel("在待办里搜索").fill(caseId);
    assertThat(desk.locator(".inbox-row")).hasCount(1);
    desk.locator(".inbox-row").click();
    // Another task with the same step may have been open before.
    assertThat(desk.locator(".task-where")).containsText(caseId);
    assertThat(desk.locator(".task-where")).containsText(step);
    return desk;
  }
}
