package cn.sunshine.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLibraryTest {

  private final ProcessLibrary library = ProcessLibrary.onClassPath();

  @Test
  void findsThePacksOwnModelsAndTheSharedOnes() {
    assertThat(library.find("nantong", "household-admission"))
        .get()
        .extracting(ProcessModel::id)
        .isEqualTo("household-admission");
    assertThat(library.find("nantong", "public-notice"))
        .get()
        .extracting(ProcessModel::id)
        .isEqualTo("public-notice");
    assertThat(library.models("nantong"))
        .extracting(ProcessModel::id)
        .contains("household-admission", "public-notice", "asset-comparison");
  }

  @Test
  void aPackWithoutAModelHasNone() {
    assertThat(library.find("nantong", "no-such-process")).isEmpty();
    assertThat(library.find("no-such-pack", "household-admission")).isEmpty();
    assertThat(library.find("no-such-pack", "public-notice")).isPresent();
  }

  @Test
  void theIndexOfEachPackNamesExactlyItsFiles() throws IOException {
    for (Path pack : ProcessFile.packs()) {
      assertThat(Files.readAllLines(pack.resolve("processes.index")))
          .as(pack.toString())
          .containsExactlyInAnyOrderElementsOf(
              ProcessFile.files(pack).stream().map(ProcessFile::processId).toList());
    }
  }

  @Test
  void aPacksVariantComesBeforeThePlainProcessAlsoFromAJar(@TempDir Path folder)
      throws IOException {
    Path jar = folder.resolve("packs.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, "packs/elsewhere/processes.index", "public-notice.elsewhere\nfive-signatures\n");
      put(out, "packs/elsewhere/public-notice.elsewhere.bpmn", process("public-notice.elsewhere"));
      put(out, "packs/elsewhere/five-signatures.bpmn", process("five-signatures"));
      put(out, "packs/shared/processes.index", "public-notice\nfive-signatures\n");
      put(out, "packs/shared/public-notice.bpmn", process("public-notice"));
      put(out, "packs/shared/five-signatures.bpmn", process("five-signatures"));
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      ProcessLibrary inJar = new ProcessLibrary(loader);
      assertThat(inJar.find("elsewhere", "public-notice"))
          .get()
          .extracting(ProcessModel::id)
          .isEqualTo("public-notice.elsewhere");
      assertThat(inJar.find("other", "public-notice"))
          .get()
          .extracting(ProcessModel::id)
          .isEqualTo("public-notice");
      assertThat(inJar.models("elsewhere"))
          .extracting(ProcessModel::id)
          .containsExactly("public-notice.elsewhere", "five-signatures", "public-notice");
    }
  }

  private static void put(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(UTF_8));
    out.closeEntry();
  }

  private static String process(String id) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
      <bpmn:process id="%s" name="公示" isExecutable="true"><bpmn:startEvent id="start" /></bpmn:process>
    </bpmn:definitions>
    """
        .formatted(id);
  }
}
