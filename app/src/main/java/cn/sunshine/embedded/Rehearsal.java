package cn.sunshine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A start right after a build whose only purpose is to keep the classes that the application and
 * the broker loaded, as archives that later starts map into memory instead of loading them again.
 *
 * @param applicationArchive where the application's archive goes
 */
record Rehearsal(Path applicationArchive) {

  /** The script asks for a rehearsal with this system property. */
  static final String PROPERTY = "sunshine.rehearsal";

  private static final String DUMP_FLAG = "-XX:+RecordDynamicDumpInfo";

  /** Nothing when this is an ordinary start. */
  static Optional<Rehearsal> ofThisJvm() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(Rehearsal::new);
  }

  /** Archive of the broker, beside its program. */
  static Path brokerArchive(Path program) {
    return program.resolve("classes.jsa");
  }

  /**
   * What the broker needs on its command line to use its archive or, in a rehearsal, to make it.
   */
  static List<String> brokerFlags(Path program) {
    return ofThisJvm().isPresent()
        ? List.of(DUMP_FLAG)
        : List.of("-XX:SharedArchiveFile=" + brokerArchive(program));
  }

  void keepClasses(OptionalLong broker, Path brokerArchive) {
    dump(ProcessHandle.current().pid(), applicationArchive);
    broker.ifPresent(pid -> dump(pid, brokerArchive));
  }

  static void dump(long pid, Path archive) {
    Path draft = archive.resolveSibling(archive.getFileName() + "." + pid);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(pid),
            "VM.cds",
            "dynamic_dump",
            draft.toString());
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(archive.resolveSibling(archive.getFileName() + ".log").toFile())
          .start()
          .waitFor();
      if (Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new StartupProblem(
          "类归档无法生成：" + e.getMessage(), "the class archive cannot be made: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
