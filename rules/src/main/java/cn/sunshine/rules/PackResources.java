package cn.sunshine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of the packs on the classpath. Reads streams only, so that it works inside a jar within
 * a jar.
 */
final class PackResources {
  private static final String SHARED = "shared";
  private final ClassLoader classLoader;

  PackResources(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /** Names of all packs, from every {@code packs/index}; a jar cannot be listed like a folder. */
  List<String> packNames() {
    try {
      return Collections.list(classLoader.getResources("packs/index")).stream()
          .flatMap(PackResources::lines)
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the pack, else the one that all packs share. */
  Optional<String> find(String pack, String file) {
    return read("packs/" + pack + "/" + file).or(() -> read("packs/" + SHARED + "/" + file));
  }

  private Optional<String> read(String path) {
    try (InputStream in = classLoader.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
