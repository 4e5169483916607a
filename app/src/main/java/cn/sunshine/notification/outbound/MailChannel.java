package cn.sunshine.notification.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mails over the SMTP server of {@code spring.mail.*}. */
@Component
@ConditionalOnExpression("'${sunshine.outbound.mail-from:}' != ''")
class MailChannel implements OutboundChannel {

  private final JavaMailSender server;
  private final OutboundProperties properties;

  MailChannel(JavaMailSender server, OutboundProperties properties) {
    this.server = server;
    this.properties = properties;
  }

  @Override
  public Name name() {
    return Name.MAIL;
  }

  @Override
  public void send(OutboundMessage message) throws DeliveryFailure {
    try {
      MimeMessage mail = server.createMimeMessage();
      MimeMessageHelper parts = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
      parts.setFrom(properties.mailFrom(), "阳光帮扶");
      parts.setTo(message.recipient());
      parts.setSubject("【阳光帮扶】" + message.title());
      parts.setText(message.body());
      // The same message sent twice after a crash can be told by it; mail programs do not answer
      // it.
      mail.setHeader("X-Sunshine-Message", message.id().toString());
      mail.setHeader("Auto-Submitted", "auto-generated");
      server.send(mail);
    } catch (MailException | MessagingException | java.io.IOException e) {
      throw new DeliveryFailure(e.getMessage() == null ? e.getClass().getName() : e.getMessage());
    }
  }
}
