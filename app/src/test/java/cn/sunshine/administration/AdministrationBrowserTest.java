package cn.sunshine.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.Chromium;
import cn.sunshine.RunningSystem;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DisplayName("Accounts on the screen")
@RunningSystem
class AdministrationBrowserTest {

  private static final String OWN = "Kx7p-9mQd-w3";

  @LocalServerPort private int port;

  @Test
  @DisplayName("from the opening of an account over its first password to its end")
  void lifeOfAnAccount() {
    Page admin = logIn("admin", "sunshine", "accounts");
    String password = openAccount(admin, "he.ping", "何平");

    Page holder = logIn("he.ping", password, "accounts");
    assertThat(holder).hasURL(Pattern.compile(".*/password.*"));
    assertThat(holder.getByText("您的密码是别人设置的")).isVisible();

    changePassword(holder, password, "short");
    assertThat(holder.getByText("新密码不符合要求：至少要有 10 个字符")).isVisible();
    changePassword(holder, "not the old one", OWN);
    assertThat(holder.getByText("原密码不对，请重新输入。")).isVisible();
    changePassword(holder, password, OWN);
    assertThat(holder.getByText("密码已修改。")).isVisible();
    holder.navigate(address("password"));
    assertThat(holder.getByText("您的密码是别人设置的")).not().isVisible();

    admin.getByText("停用", new Page.GetByTextOptions().setExact(true)).click();
    admin.locator("vaadin-text-area textarea").fill("调离");
    button(admin, "停用").last().click();
    assertThat(admin.getByText("账号已停用。")).isVisible();
    assertThat(admin.locator(".timeline")).containsText("调离");

    holder.navigate(address("password"));
    assertThat(holder).hasURL(Pattern.compile(".*/login.*"));
  }

  @Test
  @DisplayName("are not for other roles")
  void otherRoles() {
    Page village = logIn("village.320612101200", "sunshine", "accounts");
    assertThat(village.getByText("新建账号")).not().isVisible();
    assertThat(village.locator("vaadin-grid")).hasCount(0);
    assertThat(village.locator("main, .page").first()).isVisible();
  }

  @Test
  @DisplayName("ask to wait after five wrong passwords")
  void tooManyAttempts() {
    Page page = Chromium.shared().desk(1366, 900).newPage();
    for (int i = 0; i < 5; i++) {
      page.navigate(address("login"));
      type(page, "group.320623101200", "wrong" + i);
      assertThat(page.getByText("用户名或密码不正确")).isVisible();
    }
    page.navigate(address("login"));
    type(page, "group.320623101200", "sunshine");
    assertThat(page.getByText("密码输错次数过多，请 5 分钟后再试。")).isVisible();
  }

  @Test
  @DisplayName("are found again by the filters in the address")
  void filtersInTheAddress() {
    Page admin = logIn("admin", "sunshine", "accounts");
    openAccount(admin, "found.again", "邵兰");
    admin.navigate(address("accounts?q=FOUND&role=township&region=320612"));
    assertThat(admin.getByText("共 1 个")).isVisible();
    assertThat(admin.getByText("邵兰")).isVisible();
    admin.navigate(address("accounts?q=FOUND&role=village"));
    assertThat(admin.getByText("没有符合条件的账号。")).isVisible();
  }

  private String openAccount(Page admin, String username, String displayName) {
    button(admin, "新建账号").click();
    field(admin, "用户名").fill(username);
    field(admin, "姓名").fill(displayName);
    Locator dialog = admin.locator("vaadin-dialog[opened]");
    dialog.locator("vaadin-select").click();
    admin
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("镇（街道）").setExact(true))
        .click();
    dialog.locator("vaadin-combo-box input").fill("通州 西亭");
    admin.getByText("通州区 西亭镇（320612101）").click();
    button(admin, "新建").click();
    String password = admin.locator("#one-time-password").textContent();
    button(admin, "已记下，关闭").click();
    return password;
  }

  private static void changePassword(Page page, String old, String fresh) {
    field(page, "原密码").fill(old);
    field(page, "新密码").fill(fresh);
    field(page, "再输一次新密码").fill(fresh);
    button(page, "修改密码").click();
  }

  private Page logIn(String username, String password, String path) {
    Page page = Chromium.shared().desk(1366, 900).newPage();
    page.navigate(address(path));
    type(page, username, password);
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  private static void type(Page page, String username, String password) {
    page.locator("input[name=username]").fill(username);
    page.locator("input[name=password]").fill(password);
    page.keyboard().press("Enter");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String name) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private String address(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }
}
