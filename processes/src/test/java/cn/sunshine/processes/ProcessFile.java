package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A model as it lies in the project's folders, read beside the library so that a file which the
 * library does not know is found too.
 *
 * @param pack name of the folder
 * @param processId name of the file without its ending
 * @param model the file as the library reads it
 * @param bpmn the file as the engine reads it
 */
record ProcessFile(String pack, String processId, ProcessModel model, BpmnModelInstance bpmn) {

  /** Read once: each test case asks for them. */
  private static final class Read {

    private static final List<ProcessFile> ALL =
        packs().stream().flatMap(pack -> files(pack).stream()).toList();
  }

  static Stream<ProcessFile> all() {
    return Read.ALL.stream();
  }

  /** The packs that have a folder beside the shared models. */
  static List<Path> packs() {
    URL shared =
        Objects.requireNonNull(
            HouseholdAdmission.class.getResource("/packs/shared/processes.index"));
    try (Stream<Path> folders = Files.list(Path.of(shared.toURI()).getParent().getParent())) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<ProcessFile> files(Path pack) {
    try (Stream<Path> files = Files.list(pack)) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(ProcessFile::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessFile read(Path file) {
    try {
      byte[] xml = Files.readAllBytes(file);
      return new ProcessFile(
          file.getParent().getFileName().toString(),
          file.getFileName().toString().replaceFirst("\\.bpmn$", ""),
          ProcessModel.parse(xml),
          Bpmn.readModelFromStream(new ByteArrayInputStream(xml)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return pack + "/" + processId;
  }
}
