package cn.sunshine.notification.outbound;

import cn.sunshine.account.Actor;
import cn.sunshine.problem.Refusal;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people want to be told by e-mail; each says so for oneself. */
@Service
public class MailAddresses {

  private static final int LONGEST = 200;

  private final JdbcClient jdbc;
  private final OutboundProperties properties;
  private final Clock clock;

  MailAddresses(JdbcClient jdbc, OutboundProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether mails are sent at all. */
  public boolean areUsed() {
    return properties.mails();
  }

  /** Where the actor is told; empty when not by e-mail. */
  @Transactional(readOnly = true)
  public Optional<String> of(Actor actor) {
    return of(List.of(actor.username())).stream().findFirst();
  }

  /**
   * From now on the actor is told by e-mail.
   *
   * @throws Refusal.Invalid when this is no address
   */
  @Transactional
  public void choose(String typed, Actor actor) {
    String address = requireAddress(typed);
    jdbc.sql(
            """
            insert into mail_address (account, address, since) values (?, ?, ?)
            on conflict (account) do update set address = excluded.address, since = excluded.since
            """)
        .params(actor.username(), address, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** From now on the actor is not told by e-mail. */
  @Transactional
  public void forget(Actor actor) {
    jdbc.sql("delete from mail_address where account = ?").param(actor.username()).update();
  }

  @Transactional(readOnly = true)
  List<String> of(Collection<String> accounts) {
    return accounts.isEmpty()
        ? List.of()
        : jdbc.sql("select distinct address from mail_address where account in (:accounts)")
            .param("accounts", accounts)
            .query(String.class)
            .list();
  }

  private static String requireAddress(String typed) {
    String address = typed.strip();
    try {
      if (address.length() > LONGEST
          || !address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+")) {
        throw new AddressException();
      }
      new InternetAddress(address, true).validate();
      return address;
    } catch (AddressException e) {
      throw new Refusal.Invalid(
          "请填写一个邮箱地址，例如 name@example.gov.cn。",
          List.of(new Refusal.FieldFault("address", "请填写一个邮箱地址")));
    }
  }
}
