package cn.sunshine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sunshine.embedded.StartupProblem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("./sunshine bench")
class BenchCommandTest {

  @Test
  @DisplayName("does 100,000 timers and some thousand decisions unless told")
  void usual() {
    assertThat(parse("timers").size()).isEqualTo(100_000);
    assertThat(parse("hand-over").benchmark().name()).isEqualTo("hand-over");
  }

  @Test
  @DisplayName("takes a smaller size")
  void size() {
    assertThat(parse("timers", "--size", "200").size()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"everything", "Timers", "--size", ""})
  @DisplayName("refuses a name that there is not, with those that there are, in two languages")
  void unknown(String name) {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> parse(name))
        .withMessageContaining(name)
        .withMessageContaining("timers, hand-over, trial-run");
  }

  @ParameterizedTest(name = "timers {0}")
  @CsvSource({"--size,--size", "--size many,many", "--size 0,0", "--size -5,-5", "--fast,--fast"})
  @DisplayName("refuses a size that is none and an option that it does not know")
  void options(String line, String named) {
    assertThatExceptionOfType(StartupProblem.class)
        .isThrownBy(() -> parse(("timers " + line).split(" ")))
        .withMessageContaining(named);
  }

  private static BenchCommand parse(String... arguments) {
    return BenchCommand.parse(List.of(arguments), Bench.ALL);
  }
}
