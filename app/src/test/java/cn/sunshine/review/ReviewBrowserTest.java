package cn.sunshine.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.household.Households;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** YC-1, NT-26: a round of yearly reviews on the screens of county, village and township. */
class ReviewBrowserTest extends BrowserTest {

  /** A county of Yancheng that no other test uses: a round goes through all of it. */
  private static final String COUNTY = "320981";

  private static final String VILLAGE = "320981101201";

  @Autowired Households households;

  @Test
  void aRoundShowsHowFarItIsWhileItIsWorkedOn() {
    String number = households.register(RegisteredPeople.household("YC", VILLAGE, "柏长春"));
    households.register(RegisteredPeople.household("YC", VILLAGE, "卞玉英"));
    logIn("county." + COUNTY);
    open("reviews");

    button(page, "立即发起一轮").click();
    page.locator("vaadin-confirm-dialog-overlay, vaadin-confirm-dialog")
        .getByText("发起", new Locator.GetByTextOptions().setExact(true))
        .click();

    Locator round = page.locator(".panel").filter(hasText("东台市　")).first();
    assertThat(round).containsText("复核中");
    assertThat(box(round, "办理中")).containsText("2");
    assertThat(box(round, "保留")).containsText("0");

    Page village = opened("village." + VILLAGE, number, "村委会上报当前收入");
    village.getByLabel("当前家庭年收入").fill("12000");
    village.click("#outcome-approve");
    Person.official(port, "township.320981101").task(number, "review-decision");
    Page township = opened("township.320981101", number, "镇（街）作出复核结论");
    assertThat(township.locator(".task-facts")).containsText("建议保留");
    township.click("#outcome-keep");

    assertThat(box(round, "保留")).containsText("1");
    assertThat(box(round, "办理中")).containsText("1");
  }

  private static Locator box(Locator round, String label) {
    return round.locator(".figure-box").filter(hasText(label));
  }

  private Page opened(String account, String number, String step) {
    Page desk = at("", account);
    desk.getByLabel("在待办里搜索").fill(number);
    assertThat(desk.locator(".inbox-row")).hasCount(1);
    desk.locator(".inbox-row").click();
    // The same step of another household may have been open before.
    assertThat(desk.locator(".task-facts")).containsText(number);
    assertThat(desk.locator(".task-where")).containsText(step);
    return desk;
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
