package cn.sunshine.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * The offset of the demo clock in milliseconds, in the file {@code clock-offset} of the data
 * directory. The supervisor of the embedded broker reads the same file, because a broker forgets
 * its offset when it restarts.
 */
record ClockOffsetFile(Path dataDir) {

  Duration read() {
    try {
      Path file = file();
      return Files.exists(file)
          ? Duration.ofMillis(Long.parseLong(Files.readString(file).strip()))
          : Duration.ZERO;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Duration offset) {
    try {
      Files.createDirectories(dataDir);
      Path draft = dataDir.resolve("clock-offset.new");
      Files.writeString(draft, Long.toString(offset.toMillis()));
      Files.move(
          draft, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return dataDir.resolve("clock-offset");
  }
}
