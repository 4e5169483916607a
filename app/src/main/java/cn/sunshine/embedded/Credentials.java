package cn.sunshine.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Passwords of the embedded PostgreSQL, made once at random and readable by the owner of the data
 * only.
 *
 * @param administrator password of the superuser {@code postgres}, used by the launcher alone
 * @param application password of the role the application logs in with
 */
record Credentials(String administrator, String application) {

  private static final int BYTES = 24;

  static Credentials of(Path file) {
    try {
      return Files.exists(file) ? read(file) : create(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Credentials read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
      properties.load(reader);
    }
    return new Credentials(
        properties.getProperty("administrator", ""), properties.getProperty("application", ""));
  }

  private static Credentials create(Path file) throws IOException {
    Credentials created = new Credentials(random(), random());
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        draft,
        "administrator=%s%napplication=%s%n".formatted(created.administrator, created.application));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return created;
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
