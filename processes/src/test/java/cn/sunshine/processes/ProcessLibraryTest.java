package cn.sunshine.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
          .containsExactly("public-notice.elsewhere", "five-signatures");
    }
  }

  @Test
  void aReplacedProcessIsCalledByAllModelsOfItsPackAndOfNoOther() {
    ProcessModel notice = changedNotice("公示十天");

    Map<String, ProcessModel> linked = library.linked("nantong", Map.of("public-notice", notice));
    library.putInForce("nantong", linked);

    assertThat(linked)
        .containsOnlyKeys(
            "public-notice",
            "project-bidding",
            "household-admission",
            "direct-household-project",
            "village-investment",
            "pooled-project",
            "municipal-village-project",
            "provincial-village-project");
    String called = linked.get("public-notice").id();
    assertThat(called).matches("public-notice\\.nantong\\.[0-9a-f]{8}");
    assertThat(linked.get("household-admission"))
        .satisfies(model -> assertThat(model.id()).isEqualTo("household-admission"))
        .satisfies(model -> assertThat(model.text()).contains("processId=\"" + called + "\""))
        .satisfies(
            model ->
                assertThat(model.calledProcesses()).contains("public-notice", "asset-comparison"))
        .satisfies(model -> assertThat(model.callsOf(called)).isNotEmpty());
    assertThat(linked.get("project-bidding").id()).startsWith("project-bidding.nantong.");
    assertThat(linked.get("pooled-project").id()).isEqualTo("pooled-project.nantong");
    assertThat(library.find("nantong", "public-notice")).contains(linked.get("public-notice"));
    assertThat(library.withCalled("nantong", "pooled-project")).contains(notice(linked));
    assertThat(library.find("jiangyin", "public-notice"))
        .isEqualTo(library.shipped("jiangyin", "public-notice"));
  }

  @Test
  void eachTextThatIsCalledHasAnIdOfItsOwn() {
    assertThat(idOf(changedNotice("公示十天"))).isEqualTo(idOf(changedNotice("公示十天")));
    assertThat(idOf(changedNotice("公示十天"))).isNotEqualTo(idOf(changedNotice("公示七天")));
  }

  @Test
  void nothingReplacedIsNothingChanged() {
    assertThat(library.linked("nantong", Map.of())).isEmpty();
  }

  @Test
  void modelsThatCallEachOtherInACircleDoNotGoRoundForEver() {
    ProcessModel bidding = library.shipped("nantong", "project-bidding").orElseThrow();
    ProcessModel round = bidding.calling(Map.of("public-notice", "project-bidding"));

    assertThat(library.linked("nantong", Map.of("project-bidding", round)))
        .containsKey("project-bidding");
  }

  private String idOf(ProcessModel notice) {
    return notice(library.linked("nantong", Map.of("public-notice", notice))).id();
  }

  private static ProcessModel notice(Map<String, ProcessModel> linked) {
    return linked.get("public-notice");
  }

  private ProcessModel changedNotice(String name) {
    ProcessModel shipped = library.shipped("nantong", "public-notice").orElseThrow();
    return ProcessModel.parse(
        shipped.text().replace("name=\"" + shipped.name(), "name=\"" + name).getBytes(UTF_8));
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
