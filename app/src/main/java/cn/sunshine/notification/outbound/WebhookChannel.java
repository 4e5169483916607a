package cn.sunshine.notification.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Posts JSON to the one address that the operator has configured. It goes nowhere else: redirects
 * are not followed, and what is answered is not read. The receiver checks {@code
 * X-Sunshine-Signature}, the HMAC-SHA256 of time stamp, a dot and body under the shared secret.
 */
@Component
@ConditionalOnExpression("'${sunshine.outbound.webhook-url:}' != ''")
class WebhookChannel implements OutboundChannel {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final String ALGORITHM = "HmacSHA256";

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final OutboundProperties properties;
  private final Clock clock;

  WebhookChannel(OutboundProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Name name() {
    return Name.WEBHOOK;
  }

  @Override
  public void send(OutboundMessage message) throws DeliveryFailure {
    String at = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(properties.webhookUrl()))
            .timeout(ANSWER)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-Sunshine-Message", message.id().toString())
            .header("X-Sunshine-Timestamp", at)
            .header("X-Sunshine-Signature", "sha256=" + signature(at + "." + message.body()))
            .POST(HttpRequest.BodyPublishers.ofString(message.body(), StandardCharsets.UTF_8))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status < 200 || status > 299) {
        throw new DeliveryFailure("对方回答 HTTP " + status);
      }
    } catch (IOException e) {
      throw new DeliveryFailure("无法连接：" + e.getClass().getSimpleName() + " " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeliveryFailure("系统正在停止");
    }
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(
          new SecretKeySpec(
              properties.webhookSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
