package cn.sunshine.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.WithServices;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("own-jvm")
@DisplayName("A start without demo data")
@WithServices
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "sunshine.demo-data=false",
      "spring.flyway.default-schema=account_empty",
      "spring.datasource.hikari.schema=account_empty"
    })
class FirstAdminTest {

  private static final Pattern SHOWN = Pattern.compile("admin / (\\S+)");

  @LocalServerPort private int port;
  @Autowired private FirstAdmin firstAdmin;
  @Autowired private JdbcClient jdbc;

  private Caller caller;

  @BeforeEach
  void asIfForTheFirstTime() {
    caller = new Caller(port);
    jdbc.sql("delete from account").update();
  }

  @Test
  @DisplayName("opens admin with a random password, shown once, to be changed first")
  void opened(CapturedOutput console) {
    start();

    String password = shownOn(console).getLast();
    assertThat(caller.as("admin", password, "GET", Caller.NOTHING).statusCode())
        .as("the password is right, and has to be changed")
        .isEqualTo(403);
    assertThat(caller.getsIn("admin", "sunshine")).isFalse();
  }

  @Test
  @DisplayName("shows nothing at later starts and leaves the password as it is")
  void later(CapturedOutput console) {
    start();
    String hash = hashOfAdmin();
    List<String> shown = shownOn(console);

    start();

    assertThat(shownOn(console)).isEqualTo(shown);
    assertThat(hashOfAdmin()).isEqualTo(hash);
  }

  @Test
  @DisplayName("knows no demo accounts")
  void noDemoAccounts() {
    assertThat(caller.getsIn("village.320612101200", "sunshine")).isFalse();
    assertThat(jdbc.sql("select count(*) from account").query(Long.class).single()).isZero();
  }

  @Test
  @DisplayName("shuts out demo accounts that the data has from before")
  void formerDemoAccounts() {
    demoAccount("county.320612");
    assertThat(caller.getsIn("county.320612", "sunshine")).isFalse();
  }

  @Test
  @DisplayName("takes over an admin of the demo data: a new password, and no longer demo")
  void formerDemoAdmin(CapturedOutput console) {
    demoAccount("admin");
    List<String> before = shownOn(console);

    start();

    assertThat(caller.getsIn("admin", "sunshine")).isFalse();
    assertThat(shownOn(console)).hasSize(before.size() + 1);
    assertThat(
            jdbc.sql("select demo from account where username = 'admin'")
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  /** The passwords shown so far; the start of this very application shows one, too. */
  private static List<String> shownOn(CapturedOutput console) {
    return SHOWN.matcher(console.getOut()).results().map(shown -> shown.group(1)).toList();
  }

  private void start() {
    firstAdmin.run(new DefaultApplicationArguments());
  }

  private void demoAccount(String username) {
    jdbc.sql(
            """
            insert into account (username, display_name, password_hash, password_version,
              must_change_password, enabled, demo, created_at, version)
            values (?, '王建国（演示）', ?, 1, false, true, true, now(), 0)
            """)
        .params(username, new PasswordHashes(System::nanoTime).hash("sunshine"))
        .update();
  }

  private String hashOfAdmin() {
    return jdbc.sql("select password_hash from account where username = 'admin'")
        .query(String.class)
        .single();
  }
}
