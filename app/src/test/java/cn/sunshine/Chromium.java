package cn.sunshine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser of this machine, without a window: one for all tests of a JVM. */
public final class Chromium {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--headless",
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  private Chromium() {
    // Two cores also build and run the broker: be patient.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
  }

  /** The browser of this JVM; the first call starts it. */
  public static Chromium shared() {
    return Holder.CHROMIUM;
  }

  private static final class Holder {
    private static final Chromium CHROMIUM = new Chromium();
  }

  /** Somebody at a screen of their own, logged in nowhere. */
  public BrowserContext desk(int width, int height) {
    BrowserContext desk =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    desk.setDefaultTimeout(45_000);
    return desk;
  }

  /**
   * Logs somebody in by sending what the log-in page would send: only the tests of that page have
   * to draw it. The page to look at is still to be opened.
   *
   * @param system where the system is, such as {@code http://127.0.0.1:8080/}
   */
  public static void logIn(BrowserContext desk, String system, String account, String password) {
    APIRequestContext browser = desk.request();
    Matcher token = TOKEN.matcher(browser.get(system + "login").text());
    assertThat(token.find()).as("the log-in page carries a token").isTrue();
    FormData form =
        FormData.create()
            .set("username", account)
            .set("password", password)
            .set("_csrf", token.group(1));
    APIResponse answer =
        browser.post(system + "login", RequestOptions.create().setMaxRedirects(0).setForm(form));
    assertThat(answer.status()).as("log-in of " + account).isEqualTo(302);
    assertThat(answer.headers().get("location")).as(account).doesNotContain("error");
  }
}
