package cn.sunshine.notification.outbound;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.sunshine.BrowserTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator sees what could not be sent, and has it sent again. */
class OutboundBrowserTest extends BrowserTest {

  private static final String RECIPIENT = "nobody-answers@example.gov.cn";

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aMailThatNobodyTook() {
    jdbc.sql(
            """
            insert into outbound_message (id, channel, recipient, source, title, body, state,
              attempts, next_attempt, last_problem, created_at)
            values (?, 'MAIL', ?, 'test', '催办：村民小组评议', '', 'DEAD', 10, now(), '550 no such user', now())
            """)
        .params(UUID.randomUUID(), RECIPIENT)
        .update();
  }

  @AfterEach
  void takeItAway() {
    jdbc.sql("delete from outbound_message where recipient = ?").param(RECIPIENT).update();
  }

  @Test
  void whatCouldNotBeSentIsSentAgainWhenTheAdministratorSaysSo() {
    logIn("admin");
    open("outbound");
    assertThat(page.getByText("550 no such user")).isVisible();
    assertThat(page.getByText("发送失败").first()).isVisible();

    button(page, "重发").click();

    assertThat(page.getByText("待发送")).isVisible();
  }

  @Test
  void nobodyElseSeesIt() {
    logIn("county.320671");
    open("outbound");

    assertThat(page.getByText(RECIPIENT)).hasCount(0);
  }
}
