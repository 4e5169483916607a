package cn.sunshine.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.DatabaseSlice;
import cn.sunshine.Eventually;
import cn.sunshine.WithServices;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.notification.Notification;
import cn.sunshine.notification.NotificationTold;
import cn.sunshine.problem.Refusal;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mails through a real SMTP server, webhooks to a real HTTP server, both sometimes away. */
@WithServices
@SpringBootTest(
    classes = OutboundTest.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "sunshine.outbound.mail-from=sunshine@example.gov.cn",
      "sunshine.outbound.public-url=https://sunshine.example.gov.cn/",
      "sunshine.outbound.webhook-secret=" + OutboundTest.SECRET,
      "sunshine.outbound.pause-millis=100"
    })
class OutboundTest {

  static final String SECRET = "a secret of the house";
  private static final Grant OFFICE = new Grant(Role.GROUP, "320671003001");

  /** Another one after it was away. */
  private static GreenMail mail = mailServer(0);

  private static final Queue<Call> CALLS = new ConcurrentLinkedQueue<>();
  private static final AtomicInteger ANSWER = new AtomicInteger(204);
  private static final AtomicInteger ELSEWHERE = new AtomicInteger();
  private static final HttpServer WEB = startWeb();

  @Autowired OutboundNews news;
  @Autowired Outbox outbox;
  @Autowired MailAddresses addresses;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final String source = "test:" + UUID.randomUUID();

  private record Call(Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.get(name).getFirst();
    }
  }

  @DatabaseSlice
  @ComponentScan("cn.sunshine.clock")
  @ImportAutoConfiguration(MailSenderAutoConfiguration.class)
  @Import({
    Outbox.class,
    OutboundDispatcher.class,
    OutboundConfiguration.class,
    OutboundNews.class,
    MailAddresses.class,
    MailChannel.class,
    WebhookChannel.class
  })
  static class Slice {

    @Bean
    JsonMapper json() {
      return new JsonMapper();
    }

    @Bean
    OfficeMembers members() {
      return office ->
          office.equals(OFFICE) ? List.of("member-1", "member-2", "member-3") : List.of();
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry properties) {
    mail.start();
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> mail.getSmtp().getPort());
    properties.add(
        "sunshine.outbound.webhook-url",
        () -> "http://127.0.0.1:" + WEB.getAddress().getPort() + "/hook");
  }

  private static GreenMail mailServer(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private static HttpServer startWeb() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          call -> {
            byte[] body = call.getRequestBody().readAllBytes();
            CALLS.add(
                new Call(
                    Map.copyOf(call.getRequestHeaders()),
                    new String(body, StandardCharsets.UTF_8)));
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(ANSWER.get(), -1);
            call.close();
          });
      server.createContext(
          "/elsewhere",
          call -> {
            ELSEWHERE.incrementAndGet();
            call.sendResponseHeaders(204, -1);
            call.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stopServers() {
    mail.stop();
    WEB.stop(0);
  }

  @BeforeEach
  void twoOfThreeMembersWantMails() throws Exception {
    jdbc.sql("delete from outbound_message").update();
    jdbc.sql("delete from mail_address").update();
    mail.purgeEmailFromAllMailboxes();
    CALLS.clear();
    ANSWER.set(204);
    addresses.choose("one@example.gov.cn", actor("member-1"));
    addresses.choose(" two@example.gov.cn ", actor("member-2"));
  }

  @Test
  void eachMemberOfAnOfficeWhoWantsItGetsAMail() throws Exception {
    tell();

    assertThat(mail.waitForIncomingEmail(20_000, 2)).isTrue();
    MimeMessage[] mails = mail.getReceivedMessages();
    assertThat(Arrays.stream(mails).map(OutboundTest::recipient))
        .containsExactlyInAnyOrder("one@example.gov.cn", "two@example.gov.cn");
    assertThat(mails[0].getSubject()).isEqualTo("【阳光帮扶】催办：小组评议");
    assertThat(mails[0].getContent().toString())
        .contains("NT-2026-000001", "11月27日 24:00 前")
        .contains("https://sunshine.example.gov.cn/cases/NT-2026-000001");
    awaitState("one@example.gov.cn", OutboundMessage.State.SENT);
  }

  @Test
  void theSameIsSentOnce() {
    tell();
    tell();

    assertThat(messages()).hasSize(3);
  }

  @Test
  void whoStopsMailsGetsNone() {
    addresses.forget(actor("member-1"));
    tell();

    assertThat(messages())
        .extracting(OutboundMessage::recipient)
        .containsExactlyInAnyOrder("two@example.gov.cn", "group.320671003001");
  }

  @Test
  void aMailWaitsWhileTheServerIsAwayAndGoesOutWhenItIsBack() {
    int port = mail.getSmtp().getPort();
    mail.stop();
    tell();
    Eventually.holds(
        "no attempt failed",
        () -> message("one@example.gov.cn").lastProblem().contains(Integer.toString(port)));
    assertThat(message("one@example.gov.cn").state()).isEqualTo(OutboundMessage.State.WAITING);

    mail = mailServer(port);
    mail.start();
    theTimeHasCome();

    awaitState("one@example.gov.cn", OutboundMessage.State.SENT);
  }

  @Test
  void aWebhookIsSignedAndNamesNobody() throws GeneralSecurityException {
    tell();

    Call call = awaitCall();

    JsonNode body = new JsonMapper().readTree(call.body());
    assertThat(body.path("kind").asString()).isEqualTo("URGED");
    assertThat(body.path("caseId").asString()).isEqualTo("NT-2026-000001");
    assertThat(body.path("to").asString()).isEqualTo("group.320671003001");
    assertThat(body.path("due").asString()).isEqualTo("2026-11-27T16:00:00Z");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = call.header("X-sunshine-timestamp") + "." + call.body();
    assertThat(call.header("X-sunshine-signature"))
        .isEqualTo(
            "sha256="
                + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aRefusedWebhookIsTriedAgainWithTheSameId() {
    ANSWER.set(503);
    tell();
    Eventually.holds("no answer was noted", () -> hook().lastProblem().contains("503"));
    String first = awaitCall().header("X-sunshine-message");
    assertThat(hook().nextAttempt()).isAfter(hook().createdAt().plusSeconds(5));
    CALLS.clear();
    ANSWER.set(200);
    theTimeHasCome();

    awaitState("group.320671003001", OutboundMessage.State.SENT);
    assertThat(awaitCall().header("X-sunshine-message")).isEqualTo(first);
  }

  @Test
  void aRedirectionIsNotFollowed() {
    ANSWER.set(302);
    tell();

    Eventually.holds("no answer was noted", () -> hook().lastProblem().contains("302"));
    assertThat(ELSEWHERE).hasValue(0);
  }

  @Test
  void afterManyAttemptsItIsPutAsideUntilTheAdministratorSaysSo() {
    ANSWER.set(500);
    jdbc.sql("delete from mail_address").update();
    tell();
    Eventually.holds(
        "put aside",
        () -> {
          theTimeHasCome();
          return hook().state() == OutboundMessage.State.DEAD;
        });
    assertThat(hook().attempts()).isEqualTo(Outbox.ATTEMPTS);
    assertThat(outbox.count(Optional.of(OutboundMessage.State.DEAD))).isEqualTo(1);

    ANSWER.set(204);
    outbox.again(hook().id());

    awaitState("group.320671003001", OutboundMessage.State.SENT);
    UUID id = hook().id();
    assertThatThrownBy(() -> outbox.again(id)).isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  void thePausesGrowToSomeHours() {
    assertThat(Outbox.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
    assertThat(Outbox.pauseAfter(4)).isEqualTo(Duration.ofSeconds(80));
    assertThat(Outbox.pauseAfter(40)).isEqualTo(Duration.ofHours(4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b",
        "a@example.com\r\nBcc: everybody@example.com",
        "a@example.com,b@example.com",
        "张三 <a@example.com>"
      })
  void onlyAnAddressIsAnAddress(String typed) {
    assertThatThrownBy(() -> addresses.choose(typed, actor("member-3")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://example.com/", "file:///etc/passwd", "http://user:pw@example.com/"})
  void onlyAWebAddressIsCalled(String url) {
    assertThatThrownBy(() -> new OutboundProperties("http://x", "", url, SECRET))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsCalledWithoutASecret() {
    assertThatThrownBy(
            () -> new OutboundProperties("http://x", "", "https://example.com/", "short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void tell() {
    transaction.executeWithoutResult(
        status ->
            news.onTold(
                new NotificationTold(
                    source,
                    Optional.empty(),
                    Optional.of(OFFICE),
                    Notification.Kind.URGED,
                    "NT-2026-000001",
                    "催办：小组评议",
                    Optional.of(Instant.parse("2026-11-27T16:00:00Z")))));
  }

  private void theTimeHasCome() {
    jdbc.sql("update outbound_message set next_attempt = created_at where state = 'WAITING'")
        .update();
  }

  private List<OutboundMessage> messages() {
    return outbox.newest(0, 100);
  }

  private OutboundMessage message(String recipient) {
    return messages().stream()
        .filter(one -> one.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private OutboundMessage hook() {
    return message("group.320671003001");
  }

  private void awaitState(String recipient, OutboundMessage.State state) {
    Eventually.holds(recipient + " is not " + state, () -> message(recipient).state() == state);
  }

  private static Call awaitCall() {
    return Eventually.present(() -> "nobody called", () -> Optional.ofNullable(CALLS.peek()));
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Actor actor(String account) {
    return new Actor(account, "", Set.of(OFFICE));
  }
}
