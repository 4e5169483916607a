package cn.sunshine.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Release, ProcessModel> released = new ConcurrentHashMap<>();

  /** A process of a pack that policy staff have put another model in the place of. */
  private record Release(String pack, String processId) {}

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
    return Optional.ofNullable(released.get(new Release(pack, processId)))
        .or(() -> shipped(pack, processId));
  }

  /**
   * Puts a model in the place of the one that a pack uses for a process, from now on.
   *
   * @param processId plain process id, without a pack's name
   * @param model with the id {@link #idOfRelease}
   */
  public void release(String pack, String processId, ProcessModel model) {
    released.put(new Release(pack, processId), model);
  }

  /**
   * The BPMN process id under which a pack's own model of a process runs: a shared model keeps its
   * id for the other packs.
   *
   * @param processId plain process id, without a pack's name
   */
  public String idOfRelease(String pack, String processId) {
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

  /**
   * All models that cases of a pack can run through, for deployment: its own, and the shared ones
   * it does not replace.
   */
  public List<ProcessModel> models(String pack) {
    Map<String, ProcessModel> found = new LinkedHashMap<>();
    released.forEach(
        (release, model) -> {
          if (release.pack().equals(pack)) {
            found.put(model.id(), model);
          }
        });
    shippedModels(pack).forEach(model -> found.putIfAbsent(model.id(), model));
    return List.copyOf(found.values());
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
