package cn.sunshine.admission;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An application on the screen")
class ApplyBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612101213";

  @Test
  @DisplayName("keeps what was typed until it is right, and can be withdrawn with a reason")
  void farmer() {
    Map<String, Object> other = Applications.withinTheLine();
    Person.official(port, "village." + VILLAGE).applies(VILLAGE, other);

    Page farmer = at("apply", "farmer." + VILLAGE);
    Locator form = farmer.locator("sunshine-camunda-form");
    form.getByLabel("户主姓名").fill("何春生");
    form.getByLabel("户主身份证号码").fill(Applications.headOf(other));
    button(farmer, "提交申请").click();
    assertThat(form.getByText("此项必填。").first()).isVisible();

    form.getByLabel("全家近十二个月总收入").fill("9000");
    button(farmer, "提交申请").click();
    assertThat(form.getByText("不能重复申请").first()).isVisible();
    assertThat(form.getByLabel("户主姓名")).hasValue("何春生");

    form.getByLabel("户主身份证号码").fill(Applications.nextNumber());
    button(farmer, "提交申请").click();
    farmer.waitForURL(Pattern.compile(".*/cases/NT-.*"));
    assertThat(farmer.getByText(Pattern.compile("申请已提交，案件号 NT-"))).isVisible();

    farmer.navigate(address("my-applications"));
    Locator card = farmer.locator(".card", new Page.LocatorOptions().setHasText("何春生户"));
    assertThat(card).containsText("办理中");
    card.getByText("撤回申请").click();
    farmer.locator("vaadin-text-area textarea").fill("家里情况好转");
    button(farmer, "撤回").click();
    assertThat(card).containsText("已撤回");
    assertThat(card).containsText("家里情况好转");
  }

  @Test
  @DisplayName("is found in the list of cases by what the address says, and only by who may see it")
  void casesInTheAddress() {
    String caseId =
        Person.official(port, "village." + VILLAGE).applies(VILLAGE, Applications.withinTheLine());

    Page township = at("cases?q=" + caseId + "&status=RUNNING", "township.320612101");
    assertThat(township.locator("vaadin-grid").getByText(caseId)).isVisible();
    assertThat(township.getByText("共 1 件")).isVisible();

    Page elsewhere = at("cases?q=" + caseId, "township.320612102");
    assertThat(elsewhere.getByText("没有符合条件的案件")).isVisible();
  }
}
