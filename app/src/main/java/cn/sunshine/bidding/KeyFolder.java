package cn.sunshine.bidding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the half of each tender's key that is not in the database, in files that only the
 * application's own account reads: a copy of the database opens no bid.
 */
@Component
class KeyFolder {

  private final Path folder;

  KeyFolder(@Value("${sunshine.data-dir:data}") Path dataDir) {
    this.folder = dataDir.resolve("seals");
  }

  void keep(String tender, byte[] half) {
    try {
      Files.createDirectories(folder);
      Path file = file(tender);
      try (FileChannel channel =
          FileChannel.open(
              file,
              EnumSet.of(
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING),
              PosixFilePermissions.asFileAttribute(
                  Set.copyOf(PosixFilePermissions.fromString("rw-------"))))) {
        channel.write(ByteBuffer.wrap(half));
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] half(String tender) {
    try {
      return Files.readAllBytes(file(tender));
    } catch (IOException e) {
      throw new UncheckedIOException("the key file of " + tender, e);
    }
  }

  private Path file(String tender) {
    return folder.resolve(tender + ".half");
  }
}
