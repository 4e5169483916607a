package cn.sunshine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.SunshineApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A launch that cannot succeed")
class LaunchTest {

  private static final Path SCRIPT = Path.of("..", "sunshine").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private record Ending(int exit, String output) {
    List<String> lines() {
      return output.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  @Test
  @DisplayName("ends with one sentence in two languages and a failure code, without a stack trace")
  void oneSentence() throws Exception {
    Ending ending = launch("--port", "abc");
    assertThat(ending.exit()).isEqualTo(1);
    assertThat(ending.lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("--port 要写整数").contains("takes a number"));
  }

  @Test
  @DisplayName("says which port the application wants when somebody else has it")
  void takenPort() throws Exception {
    try (ServerSocket somebody = new ServerSocket()) {
      somebody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      String port = Integer.toString(somebody.getLocalPort());
      Ending ending = launch("--port", port, "--data", folder.toString());
      assertThat(ending.exit()).isEqualTo(1);
      assertThat(ending.lines())
          .singleElement()
          .satisfies(line -> assertThat(line).contains(port).contains("应用").contains("--port"));
    }
  }

  @Test
  @DisplayName(
      "by the script: an unknown command or option is refused with the usage, before a build")
  void unknownOption() throws Exception {
    for (List<String> arguments :
        List.of(List.of("run", "--verbose"), List.of("walk"), List.of("test", "--fast"))) {
      Ending ending = run(Stream.concat(Stream.of(SCRIPT.toString()), arguments.stream()).toList());
      assertThat(ending.exit()).isEqualTo(2);
      assertThat(ending.output())
          .contains("./sunshine run [--port N]")
          .contains(arguments.getLast());
    }
  }

  @Test
  @DisplayName("by the script: a benchmark that there is not is refused with those that there are")
  void unknownBenchmark() throws Exception {
    for (List<String> arguments : List.of(List.of("bench", "everything"), List.of("bench"))) {
      Ending ending = run(Stream.concat(Stream.of(SCRIPT.toString()), arguments.stream()).toList());
      assertThat(ending.exit()).isEqualTo(2);
      assertThat(ending.lines().getLast()).contains("timers", "hand-over");
    }
  }

  @Test
  @DisplayName("by the script: --help explains the commands")
  void help() throws Exception {
    for (List<String> arguments : List.of(List.of("--help"), List.of("run", "--help"))) {
      Ending ending = run(Stream.concat(Stream.of(SCRIPT.toString()), arguments.stream()).toList());
      assertThat(ending.exit()).isZero();
      assertThat(ending.output()).contains("--demo-clock").contains("./sunshine test");
    }
  }

  private static Ending launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SunshineApplication.class.getName());
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Ending run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ending(process.exitValue(), output);
  }
}
