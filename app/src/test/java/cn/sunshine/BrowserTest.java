package cn.sunshine;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of the screens as people use them: a real Chromium before the running system. */
@RunningSystem
public abstract class BrowserTest {

  private static Playwright playwright;
  private static Browser browser;

  @LocalServerPort protected int port;
  private BrowserContext context;

  /** A desktop screen; nobody is logged in yet. */
  protected Page page;

  @BeforeAll
  static void openBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
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
  }

  @AfterAll
  static void closeBrowser() {
    playwright.close();
  }

  @BeforeEach
  void openPage() {
    context = browser.newContext();
    page = context.newPage();
    page.setViewportSize(1440, 900);
    // Two cores also build and run the broker: be patient.
    page.setDefaultTimeout(45_000);
    com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterEach
  void closePage() {
    context.close();
  }

  /** Logs in with a demo account and waits for the frame of the screens. */
  protected void logIn(String account) {
    page.navigate(address("login"));
    page.waitForSelector("input[name=username]");
    page.fill("input[name=username]", account);
    page.fill("input[name=password]", "sunshine");
    page.keyboard().press("Enter");
    page.waitForSelector(".main-layout");
  }

  /** Opens a page of the system, such as {@code cases}. */
  protected void open(String path) {
    page.navigate(address(path));
  }

  protected String address(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }
}
