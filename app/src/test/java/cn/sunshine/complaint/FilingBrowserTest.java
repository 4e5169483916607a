package cn.sunshine.complaint;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A complaint")
class FilingBrowserTest extends BrowserTest {

  private static final String COUNTY = "320623";

  /** One grey pixel. */
  private static final byte[] PHOTO =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  @Test
  @DisplayName("is filed on a small telephone, looked up with its code, answered and rated")
  void onASmallTelephone() {
    Page phone = onTelephone("complaints");
    button(phone, "提交").click();
    assertThat(phone.getByText("请填写主题").first()).isVisible();
    assertNotWider(phone);

    chooseRegion(phone, "如东县");
    phone.locator("vaadin-text-field:has-text('主题') input").fill("补贴没有收到");
    phone.locator("textarea").fill("今年的补贴没有收到，请查一查。");
    phone
        .locator("input[type=file]")
        .setInputFiles(file("readme.png", "不是图片".getBytes(StandardCharsets.UTF_8)));
    assertThat(phone.getByText("只能上传").first()).isVisible();
    phone.locator("input[type=file]").setInputFiles(file("passbook.png", PHOTO));
    assertThat(phone.locator(".attachment-row").first()).isVisible();
    button(phone, "提交").click();
    String code = phone.locator("#code").textContent();
    assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
    assertNotWider(phone);

    String caseId = answered(phone.getByText("案件号").textContent().replace("案件号", "").strip());

    phone.navigate(address("complaints/progress"));
    assertThat(phone.locator("#state")).containsText("已答复");
    assertThat(phone.getByText("本周补发").first()).isVisible();
    assertNotWider(phone);
    phone.getByText("5 星").click();
    button(phone, "提交评价").click();
    assertThat(phone.getByText("您的评价：★★★★★")).isVisible();

    Page stranger = onTelephone("complaints/progress");
    stranger.locator(".code-field input").fill("AAAA-BBBB-CCCC-DDDD");
    button(stranger, "查询").click();
    assertThat(stranger.getByText("没有这个查询码").first()).isVisible();

    Page register = at("requests?q=" + caseId, "office." + COUNTY);
    assertThat(register.locator("vaadin-grid").getByText(caseId)).isVisible();
    assertThat(register.getByText("共 1 件")).isVisible();
  }

  private String answered(String caseId) {
    Person office = Person.official(port, "office." + COUNTY);
    office.approves(caseId, "acceptance");
    Person.official(port, "department." + COUNTY)
        .decides(caseId, "reply", "approve", "", Map.of("answer", "已核实，本周补发。"))
        .ok();
    Eventually.holds(
        "not told",
        () -> office.seesCase(caseId).path("timeline").toString().contains("result-told"));
    return caseId;
  }

  private static void chooseRegion(Page phone, String name) {
    Locator field = phone.locator("vaadin-combo-box input");
    field.click();
    field.pressSequentially(name);
    // The list narrows while it is typed; what is chosen before it has settled is lost.
    Locator offered = phone.locator("vaadin-combo-box-item:visible");
    assertThat(offered.first()).hasText(name);
    offered.first().click();
    assertThat(field).hasValue(name);
    assertThat(offered).hasCount(0);
  }

  private static FilePayload file(String name, byte[] content) {
    return new FilePayload(name, "image/png", content);
  }

  private static void assertNotWider(Page phone) {
    assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(375);
  }
}
