package cn.sunshine.notification.outbound;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What leaves the house; nothing does unless it is configured.
 *
 * @param publicUrl where the system is reached, for links: {@code https://sunshine.example.gov.cn}
 * @param mailFrom the sender's address; empty for no mails. The server is {@code spring.mail.*}
 * @param webhookUrl the only address that is ever called; empty for none
 * @param webhookSecret signs what is sent there
 */
@ConfigurationProperties("sunshine.outbound")
record OutboundProperties(
    @DefaultValue("http://127.0.0.1:8080") String publicUrl,
    @DefaultValue("") String mailFrom,
    @DefaultValue("") String webhookUrl,
    @DefaultValue("") String webhookSecret) {

  private static final int SHORTEST_SECRET = 16;

  OutboundProperties {
    if (!webhookUrl.isEmpty()) {
      URI address = URI.create(webhookUrl);
      if (address.getHost() == null
          || address.getUserInfo() != null
          || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
        throw new IllegalArgumentException(
            "sunshine.outbound.webhook-url 应是 http(s) 地址，不带用户名和密码：" + address.getHost());
      }
      if (webhookSecret.length() < SHORTEST_SECRET) {
        throw new IllegalArgumentException(
            "sunshine.outbound.webhook-secret 至少 " + SHORTEST_SECRET + " 个字符");
      }
    }
  }

  boolean mails() {
    return !mailFrom.isEmpty();
  }

  boolean calls() {
    return !webhookUrl.isEmpty();
  }

  /** The address of a case for who reads the message. */
  String caseLink(String caseId) {
    return publicUrl.replaceAll("/+$", "") + "/cases/" + caseId;
  }
}
