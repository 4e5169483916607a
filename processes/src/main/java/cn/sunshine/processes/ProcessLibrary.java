package cn.sunshine.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the models of a policy pack on the class path: the pack's own first, then the shared ones.
 * A pack's variant of a process is named {@code <process>.<pack>}; callers always name the plain
 * process.
 *
 * <p>A jar's folders cannot be listed, so each pack keeps the names of its files in {@code
 * packs/<pack>/processes.index}.
 */
public final class ProcessLibrary {

  static final String SHARED = "shared";

  private final ClassLoader classLoader;
  private final Map<String, Optional<ProcessModel>> cache = new ConcurrentHashMap<>();
  private final Map<String, List<String>> indexes = new ConcurrentHashMap<>();
  private final Map<String, Map<String, ProcessModel>> inForce = new ConcurrentHashMap<>();

  ProcessLibrary(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /** The models that lie on the class path. */
  public static ProcessLibrary onClassPath() {
    return new ProcessLibrary(ProcessLibrary.class.getClassLoader());
  }

  /**
   * The model that a pack uses for a process.
   *
   * @param pack name of the policy pack
   * @param processId plain process id, without a pack's name
   */
  public Optional<ProcessModel> find(String pack, String processId) {
    return Optional.ofNullable(inForce.getOrDefault(pack, Map.of()).get(processId))
        .or(() -> shipped(pack, processId));
  }

  /**
   * The models that a pack runs otherwise than they are shipped, by plain id, when some are
   * replaced: these, and all that call them.
   *
   * @param released the models in the place of shipped ones, by plain id; they call plain ids
   */
  public Map<String, ProcessModel> linked(String pack, Map<String, ProcessModel> released) {
    return new PackLinks(this, pack, released).changed();
  }

  /**
   * Lets a pack run these models from now on, and all others as they are shipped.
   *
   * @param linked as {@link #linked} has made them
   */
  public void putInForce(String pack, Map<String, ProcessModel> linked) {
    inForce.put(pack, Map.copyOf(linked));
  }

  /**
   * The BPMN process id under which a pack's own model of a process runs: a shared model keeps its
   * id for the other packs.
   *
   * @param processId plain process id, without a pack's name
   */
  String idOfRelease(String pack, String processId) {
    return Stream.of(processId + "." + pack, processId)
        .filter(index(pack)::contains)
        .findFirst()
        .orElse(processId + "." + pack);
  }

  /**
   * The model that a pack is shipped with for a process.
   *
   * @param processId plain process id, without a pack's name
   */
  public Optional<ProcessModel> shipped(String pack, String processId) {
    return Stream.of(pack, SHARED)
        .flatMap(
            folder ->
                Stream.of(processId + "." + pack, processId)
                    .filter(index(folder)::contains)
                    .map(file -> model(folder, file)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The model that a pack uses for a process and all that it calls, directly or not.
   *
   * @param processId plain process id, without a pack's name
   */
  public List<ProcessModel> withCalled(String pack, String processId) {
    Map<String, ProcessModel> found = new LinkedHashMap<>();
    Deque<String> open = new ArrayDeque<>(List.of(processId));
    while (!open.isEmpty()) {
      String plain = open.remove();
      find(pack, plain)
          .filter(model -> found.putIfAbsent(plain, model) == null)
          .ifPresent(model -> open.addAll(model.calledProcesses()));
    }
    return List.copyOf(found.values());
  }

  /** The models in force that new cases of a pack can run through. */
  public List<ProcessModel> models(String pack) {
    return plainIds(pack).stream().flatMap(plain -> find(pack, plain).stream()).toList();
  }

  /**
   * A person's step of a pack by its id, in whichever of the models in force it is, or else of the
   * shipped ones: running cases may still be in a step that is there no more.
   */
  public Optional<UserTask> userTask(String pack, String step) {
    return Stream.concat(models(pack).stream(), shippedModels(pack).stream())
        .flatMap(model -> model.userTask(step).stream())
        .findFirst();
  }

  /** The plain ids of all processes that a pack has. */
  Set<String> plainIds(String pack) {
    return Stream.of(pack, SHARED)
        .flatMap(folder -> index(folder).stream())
        .map(ProcessModel::plain)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** All models that a pack is shipped with: its own, and the shared ones it does not replace. */
  public List<ProcessModel> shippedModels(String pack) {
    Map<String, ProcessModel> found = new LinkedHashMap<>();
    for (String folder : List.of(pack, SHARED)) {
      for (String file : index(folder)) {
        model(folder, file).ifPresent(model -> found.putIfAbsent(model.id(), model));
      }
    }
    return List.copyOf(found.values());
  }

  private Optional<ProcessModel> model(String pack, String processId) {
    return cache.computeIfAbsent(
        "packs/" + pack + "/" + processId + ".bpmn", path -> read(path).map(ProcessModel::parse));
  }

  private List<String> index(String pack) {
    return indexes.computeIfAbsent(pack, this::readIndex);
  }

  private List<String> readIndex(String pack) {
    return read("packs/" + pack + "/processes.index").stream()
        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private Optional<byte[]> read(String path) {
    try (InputStream stream = classLoader.getResourceAsStream(path)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
