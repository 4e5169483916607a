package cn.sunshine.processes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the models of a pack call its own ones. Policy staff and shipped models name the plain
 * process; on the engine a call names the very text that was released, because Zeebe 8.5 binds a
 * call when it is made: a case that began before a release must go on to call what it began with.
 */
final class PackLinks {

  private static final int HASH = 4;

  private final ProcessLibrary library;
  private final String pack;
  private final Map<String, ProcessModel> released;
  private final Map<String, ProcessModel> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * @param released what policy staff have put in the place of shipped models, by plain id
   */
  PackLinks(ProcessLibrary library, String pack, Map<String, ProcessModel> released) {
    this.library = library;
    this.pack = pack;
    this.released = released;
  }

  /** The models that the pack runs otherwise than they are shipped, by plain id. */
  Map<String, ProcessModel> changed() {
    Map<String, ProcessModel> changed = new LinkedHashMap<>();
    for (String plain : library.plainIds(pack)) {
      source(plain)
          .map(source -> model(plain, source))
          .filter(model -> !library.shipped(pack, plain).equals(Optional.of(model)))
          .ifPresent(model -> changed.put(plain, model));
    }
    return Map.copyOf(changed);
  }

  private Optional<ProcessModel> source(String plain) {
    return Optional.ofNullable(released.get(plain)).or(() -> library.shipped(pack, plain));
  }

  private ProcessModel model(String plain, ProcessModel source) {
    if (done.containsKey(plain)) {
      return done.get(plain);
    }
    // Models that call each other in a circle are not let in; here they must only come to an end.
    if (!open.add(plain)) {
      return source;
    }
    Map<String, String> ids = new HashMap<>();
    for (String called : source.calledProcesses()) {
      source(called).ifPresent(model -> ids.put(called, model(called, model).id()));
    }
    ProcessModel linked = source.calling(ids);
    boolean asShipped = linked == source && !released.containsKey(plain);
    ProcessModel model = asShipped ? source : linked.as(id(plain, linked));
    open.remove(plain);
    done.put(plain, model);
    return model;
  }

  /** Cases begin by one id for all versions; a called text has an id of its own. */
  private String id(String plain, ProcessModel linked) {
    return linked.isCalled()
        ? plain + "." + pack + "." + hash(linked.text())
        : library.idOfRelease(pack, plain);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
