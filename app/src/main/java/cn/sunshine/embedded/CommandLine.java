package cn.sunshine.embedded;

import cn.sunshine.embedded.LaunchOptions.Feature;
import cn.sunshine.embedded.LaunchOptions.OutsideBroker;
import cn.sunshine.embedded.LaunchOptions.OutsideDatabase;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the options of {@code ./sunshine run} and the environment variables that name an outside
 * database or cluster.
 */
final class CommandLine {

  static final String USAGE = "./sunshine run [--port N] [--data DIR] [--empty] [--demo-clock]";

  private static final int USUAL_PORT = 8080;

  private final Path home;
  private final Map<String, String> environment;

  /**
   * @param home root of the project
   * @param environment environment variables
   */
  CommandLine(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * @param arguments what follows {@code run}; a relative folder is relative to where the caller is
   * @throws StartupProblem when an option is unknown or its value makes no sense
   */
  LaunchOptions parse(List<String> arguments) {
    int port = USUAL_PORT;
    Path data = home.resolve("data");
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--port" -> port = number(valueOf(option, rest));
        case "--data" -> data = Path.of(valueOf(option, rest));
        case "--empty" -> features.add(Feature.EMPTY);
        case "--demo-clock" -> features.add(Feature.DEMO_CLOCK);
        default ->
            throw new StartupProblem(
                "不认识的参数 %s，用法：%s".formatted(option, USAGE),
                "unknown option %s; usage: %s".formatted(option, USAGE));
      }
    }
    return new LaunchOptions(
        new Ports(port), data, home.resolve("app/target/runtime"), features, database(), broker());
  }

  private static String valueOf(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("--")) {
      throw new StartupProblem(
          "%s 后面缺少值，用法：%s".formatted(option, USAGE),
          "%s needs a value; usage: %s".formatted(option, USAGE));
    }
    return rest.pop();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new StartupProblem("--port 要写整数，现在是 " + text, "--port takes a number, not " + text);
    }
  }

  private Optional<OutsideDatabase> database() {
    return variable("SUNSHINE_DB_URL")
        .map(
            url ->
                new OutsideDatabase(
                    url,
                    variable("SUNSHINE_DB_USER").orElse(PostgresServer.APPLICATION),
                    variable("SUNSHINE_DB_PASSWORD").orElse("")));
  }

  private Optional<OutsideBroker> broker() {
    return variable("SUNSHINE_ZEEBE_ADDRESS")
        .map(address -> new OutsideBroker(address, variable("SUNSHINE_ZEEBE_MANAGEMENT")));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
