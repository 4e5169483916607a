package cn.sunshine.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever logs in gets a page to begin with, and the navigation of the own role. */
class EveryRoleLogsInBrowserTest extends BrowserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "farmer.320612104004",
        "group.320612104004",
        "village.320612104004",
        "helper.320612104004",
        "township.320612104",
        "township-finance.320612104",
        "county.320612",
        "comparison.3206",
        "finance.320612",
        "department.320612",
        "office.320612",
        "discipline.320612",
        "audit.3206",
        "policy.3206",
        "policy-approver.3206"
      })
  void theRoleBeginsOnAPageOfItsOwn(String account) {
    logInOnScreen(account);

    assertThat(page.locator(".side-navigation")).isVisible();
    assertThat(page.locator("main")).isVisible();
    assertThat(page.locator(".fault-box")).hasCount(0);
  }
}
