package cn.sunshine.deadline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Policy staff look at a year and make a day to come a day off. */
class CalendarBrowserTest extends BrowserTest {

  @Autowired private Clock clock;

  @Test
  void aDayIsMadeADayOffAndAYearWithoutDataSaysSo() {
    int year = LocalDate.now(clock).getYear() + 2;
    LocalDate day =
        LocalDate.of(year, 3, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY));
    logIn("policy.3206");
    open("calendar");
    button(page, "下一年").click();
    button(page, "下一年").click();
    assertThat(page.getByText(year + " 年的放假和调休安排尚未录入").first()).isVisible();

    Locator shown = page.locator("button.calendar-day[title^='" + day + "']");
    assertThat(shown).hasText(Integer.toString(day.getDayOfMonth()));
    shown.click();
    button(page, "保存").click();
    assertThat(page.getByText("请写明依据。")).isVisible();
    page.locator("vaadin-text-area textarea").fill("市政府通知，纪念活动放假");
    button(page, "保存").click();

    assertThat(page.getByText("已调整 " + day)).isVisible();
    assertThat(shown).hasText(day.getDayOfMonth() + "假");
    assertThat(shown).hasAttribute("title", Pattern.compile(".*人工调整.*"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/calendar.png")).setFullPage(true));
  }

  @Test
  void theDaysOffOfAYearHaveTheirNames() {
    logIn("policy.3206");
    open("calendar");
    assertThat(page.locator(".calendar-year")).isVisible();
    for (int year = LocalDate.now(clock).getYear(); year > 2026; year--) {
      button(page, "上一年").click();
    }

    assertThat(page.getByText("春节：15–23 日放假，14、28 日上班")).isVisible();
    assertThat(page.locator("button.calendar-day[title^='2026-02-14']"))
        .hasAttribute("title", Pattern.compile(".*春节调休.*"));
  }

  @Test
  void aVillageDoesNotFindTheCalendar() {
    logIn("village.320612103210");
    open("calendar");
    assertThat(page.locator(".calendar-year")).hasCount(0);
  }
}
