package cn.sunshine;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of the screens as people use them: a real Chromium before the running system. */
@RunningSystem
public abstract class BrowserTest {

  @LocalServerPort protected int port;
  private final List<BrowserContext> contexts = new ArrayList<>();

  /** A desktop screen; nobody is logged in yet. */
  protected Page page;

  @BeforeEach
  void openPage() {
    page = newPage(1440, 900);
  }

  @AfterEach
  void closePages() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
  }

  /** A browser of its own, so that several people can be logged in at the same time. */
  private Page newPage(int width, int height) {
    BrowserContext context = Chromium.shared().desk(width, height);
    contexts.add(context);
    return context.newPage();
  }

  /** Logs in with a demo account through the page that people use, and waits for what they see. */
  protected void logInOnScreen(String account) {
    open("login");
    page.waitForSelector("input[name=username]");
    page.fill("input[name=username]", account);
    page.fill("input[name=password]", "sunshine");
    page.keyboard().press("Enter");
    page.waitForSelector(".main-layout");
  }

  /** Logs in with a demo account; the page to look at is still to be opened. */
  protected void logIn(String account) {
    logIn(page, account);
  }

  private void logIn(Page desk, String account) {
    Chromium.logIn(desk.context(), address(""), account, "sunshine");
  }

  /** One more person at a desk of their own, logged in and looking at a page. */
  protected Page at(String path, String account) {
    Page desk = newPage(1440, 900);
    logIn(desk, account);
    desk.navigate(address(path));
    return desk;
  }

  /** A small telephone, without log-in. */
  protected Page onTelephone(String path) {
    Page telephone = newPage(375, 812);
    telephone.navigate(address(path));
    return telephone;
  }

  protected static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Opens a page of the system, such as {@code cases}. */
  protected void open(String path) {
    page.navigate(address(path));
  }

  protected String address(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }
}
