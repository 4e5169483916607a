package cn.sunshine.notice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.BrowserTest;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A public notice")
class NoticesBrowserTest extends BrowserTest {

  private static final String VILLAGE = "320612101214";

  private String caseId;

  @BeforeEach
  void putToThePublic() {
    Person village = Person.official(port, "village." + VILLAGE);
    caseId = village.applies(VILLAGE, Applications.withinTheLine());
    Person.official(port, "group." + VILLAGE).approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    Eventually.holds("no notice of " + caseId, () -> !noticeId().isEmpty());
  }

  @Test
  @DisplayName("is read and objected to on a small telephone, without a name")
  void anyone() {
    Page page = onTelephone("notices?region=" + VILLAGE);
    assertThat(page.locator(".notice-card").first()).containsText("张*国户");
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(375);

    page.navigate(address("notices/" + noticeId()));
    button(page, "提交异议").click();
    assertThat(page.getByText("请写明异议内容").first()).isVisible();
    page.locator("textarea").fill("该户在城里有房");
    button(page, "提交异议").click();
    assertThat(page.getByText("异议已收到")).isVisible();
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(375);
    assertThat(page.content()).doesNotContain("张建国");

    Page board = at("notice-board", "village." + VILLAGE);
    assertThat(board.locator("vaadin-grid").getByText(caseId)).isVisible();
    assertThat(board.getByText("1 条待复核").first()).isVisible();
  }

  @Test
  @DisplayName(
      "can be objected to by an official of another place, whose own board does not show it")
  void fromElsewhere() {
    Page page = at("notices/" + noticeId(), "village.320681100001");
    page.locator("textarea").fill("外村人的异议");
    button(page, "提交异议").click();
    assertThat(page.getByText("异议已收到")).isVisible();

    page.navigate(address("notice-board"));
    assertThat(page.getByText("现在没有正在进行的公示")).isVisible();
  }

  private String noticeId() {
    return Person.anyone(port)
        .get("/api/v1/notices?size=200&region=" + VILLAGE)
        .ok()
        .path("items")
        .valueStream()
        .filter(notice -> notice.path("caseId").asString().equals(caseId))
        .map(notice -> notice.path("id").asString())
        .findFirst()
        .orElse("");
  }
}
