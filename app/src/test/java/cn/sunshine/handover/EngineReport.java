package cn.sunshine.handover;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** What {@link EngineWitness} saw, and how a broker is made to take it in. */
final class EngineReport {

  private static final String USER_TASK = "io.camunda.zeebe:userTask";
  private static final int FIELDS = 5;

  private final Map<String, Set<Long>> instancesOfCase = new HashMap<>();
  private final Map<Long, String> endOfInstance = new HashMap<>();
  private final Map<Long, String> userTasks = new HashMap<>();
  private final Map<Long, List<String>> jobsOfInstance = new HashMap<>();

  /**
   * Lets the broker of an installation load the witness: it reads an application.yaml in its
   * working directory beside its own.
   */
  static void appointWitness(Path brokerFolder, Path report) throws IOException {
    Files.createDirectories(brokerFolder);
    Path jar = brokerFolder.resolve("witness.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (String name : Set.of("EngineWitness", "EngineWitness$OnlyWhatMatters")) {
        String path = "cn/sunshine/handover/" + name + ".class";
        entries.putNextEntry(new JarEntry(path));
        EngineReport.class.getClassLoader().getResourceAsStream(path).transferTo(entries);
      }
    }
    Files.writeString(
        brokerFolder.resolve("application.yaml"),
        """
        zeebe.broker.exporters.witness:
          className: %s
          jarPath: %s
          args:
            report: %s
        """
            .formatted(EngineWitness.class.getName(), jar, report));
  }

  static EngineReport read(Path report) throws IOException {
    EngineReport read = new EngineReport();
    Set<String> positions = new HashSet<>();
    for (String line : Files.readAllLines(report)) {
      String[] fields = line.split("\t");
      // A torn line is told again by the restarted broker.
      if (fields.length == FIELDS && fields[FIELDS - 1].equals(".") && positions.add(fields[0])) {
        read.take(fields[1], Long.parseLong(fields[2]), fields[3]);
      }
    }
    // Called processes know the case, too.
    read.instancesOfCase
        .values()
        .forEach(instances -> instances.retainAll(read.endOfInstance.keySet()));
    return read;
  }

  private void take(String kind, long key, String what) {
    switch (kind) {
      case "CASE" ->
          instancesOfCase.computeIfAbsent(what.replace("\"", ""), id -> new HashSet<>()).add(key);
      case "INSTANCE" -> endOfInstance.put(key, what);
      case USER_TASK -> userTasks.put(key, what);
      case "JOB" -> jobsOfInstance.computeIfAbsent(key, one -> new ArrayList<>()).add(what);
      default -> {
        // The steps that the system does itself are judged by their effects.
      }
    }
  }

  /** The root process instances that were made for each case. */
  Map<String, Set<Long>> instancesOfCase() {
    return instancesOfCase;
  }

  /** The last thing that happened to each root process instance. */
  Map<Long, String> endOfInstance() {
    return endOfInstance;
  }

  /** The user tasks that the engine saw completed: by job key, the step and the outcome. */
  Map<Long, String> userTasks() {
    return userTasks;
  }

  /** What has happened to the jobs of a case's root instance but for their completion. */
  List<String> jobsOf(String caseId) {
    return instancesOfCase.getOrDefault(caseId, Set.of()).stream()
        .flatMap(instance -> jobsOfInstance.getOrDefault(instance, List.of()).stream())
        .toList();
  }
}
