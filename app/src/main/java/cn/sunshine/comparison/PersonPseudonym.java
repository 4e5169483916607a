package cn.sunshine.comparison;

import cn.sunshine.forms.IdNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names a person in the log of queries without saying who it is. A plain hash would not do: there
 * are few enough ID numbers to try them all. The key is random and made at first use.
 */
@Component
class PersonPseudonym {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final JdbcClient jdbc;

  PersonPseudonym(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  String of(IdNumber person) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      byte[] text = person.value().getBytes(StandardCharsets.US_ASCII);
      return HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }

  private byte[] key() {
    return jdbc.sql("select key from comparison_log_key")
        .query(byte[].class)
        .optional()
        .orElseGet(this::makeKey);
  }

  private byte[] makeKey() {
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    jdbc.sql(
            "insert into comparison_log_key (only_one, key) values (true, ?) on conflict do nothing")
        .param(random)
        .update();
    return jdbc.sql("select key from comparison_log_key").query(byte[].class).single();
  }
}
