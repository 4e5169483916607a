package cn.sunshine.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import com.microsoft.playwright.APIResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Who comes to log in sees this system's own page, and all that the page asks for is there. */
class LogInPageBrowserTest extends BrowserTest {

  @Test
  void nothingIsMissing() {
    List<String> missing = new ArrayList<>();
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            missing.add(response.status() + " " + response.url());
          }
        });

    page.navigate(address("login"));

    assertThat(page.getByText("扶贫工作审批与监管")).isVisible();
    Assertions.assertThat(missing).isEmpty();
    APIResponse icon = page.request().get(address("favicon.ico"));
    Assertions.assertThat(icon.status()).isEqualTo(200);
  }
}
