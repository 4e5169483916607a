package cn.sunshine.shell.fault;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A short number by which a person and the log talk about the same fault. */
record FaultReference(String number) {

  private static final Logger LOG = LoggerFactory.getLogger(FaultReference.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Writes the fault to the log under a new number. */
  static FaultReference log(Throwable fault) {
    byte[] bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    LOG.error("Unexpected fault, shown to the person as {}", number, fault);
    return new FaultReference(number);
  }
}
