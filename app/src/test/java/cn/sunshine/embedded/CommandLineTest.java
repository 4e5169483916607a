package cn.sunshine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.embedded.LaunchOptions.Feature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("./sunshine run")
class CommandLineTest {

  private static final Path HOME = Path.of("/srv/sunshine");

  @Test
  @DisplayName("without options uses port 8080 and the data folder of the project, with demo data")
  void usual() {
    LaunchOptions options = parse(Map.of());
    assertThat(options.ports()).isEqualTo(new Ports(8080));
    assertThat(options.data()).isEqualTo(Path.of("/srv/sunshine/data"));
    assertThat(options.runtime()).isEqualTo(Path.of("/srv/sunshine/app/target/runtime"));
    assertThat(options.features()).isEmpty();
    assertThat(options.database()).isEmpty();
    assertThat(options.broker()).isEmpty();
  }

  @Test
  @DisplayName("--port moves all six ports together")
  void port() {
    Ports ports = parse(Map.of(), "--port", "9000").ports();
    assertThat(
            List.of(
                ports.app(),
                ports.database(),
                ports.gateway(),
                ports.management(),
                ports.command(),
                ports.internal()))
        .containsExactly(9000, 9001, 9002, 9003, 9004, 9005);
  }

  @Test
  @DisplayName("--data is relative to where the caller is")
  void data() {
    assertThat(parse(Map.of(), "--data", "some/数据").data())
        .isEqualTo(Path.of("").toAbsolutePath().resolve("some/数据"));
  }

  @Test
  @DisplayName("--empty and --demo-clock switch on what they say")
  void features() {
    assertThat(parse(Map.of(), "--empty", "--demo-clock").features())
        .containsExactlyInAnyOrder(Feature.EMPTY, Feature.DEMO_CLOCK);
  }

  @Test
  @DisplayName("an outside database and cluster are named by environment variables")
  void outside() {
    LaunchOptions options =
        parse(
            Map.of(
                "SUNSHINE_DB_URL", "jdbc:postgresql://db:5432/relief",
                "SUNSHINE_DB_USER", "relief",
                "SUNSHINE_DB_PASSWORD", "secret",
                "SUNSHINE_ZEEBE_ADDRESS", "zeebe:26500"));
    assertThat(options.database())
        .contains(
            new LaunchOptions.OutsideDatabase(
                "jdbc:postgresql://db:5432/relief", "relief", "secret"));
    assertThat(options.broker().orElseThrow().address()).isEqualTo("zeebe:26500");
    assertThat(options.broker().orElseThrow().management()).isEmpty();
  }

  @ParameterizedTest(name = "--port {0}")
  @ValueSource(strings = {"abc", "0", "-1", "65531", "99999999999", "80.5"})
  @DisplayName("refuses a port that is none, saying what was given")
  void impossiblePort(String port) {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> parse(Map.of(), "--port", port))
        .withMessageContaining("--port")
        .withMessageContaining(port);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"--verbose,--verbose", "stray,stray", "--port,--port", "'--data --empty',--data"})
  @DisplayName("refuses what it does not know and an option without its value, with the usage")
  void unknown(String line, String named) {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> parse(Map.of(), line.split(" ")))
        .withMessageContaining(named)
        .withMessageContaining("[--port N] [--data DIR] [--empty] [--demo-clock]");
  }

  private static LaunchOptions parse(Map<String, String> environment, String... arguments) {
    return new CommandLine(HOME, environment).parse(List.of(arguments));
  }
}
