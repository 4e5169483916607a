package cn.sunshine;

import cn.sunshine.embedded.EmbeddedServices;
import cn.sunshine.embedded.FirstBroker;
import cn.sunshine.embedded.LaunchOptions;
import cn.sunshine.embedded.LaunchOptions.Feature;
import cn.sunshine.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The real PostgreSQL and the real Zeebe broker for tests: started once per test JVM on free ports,
 * with the demo clock on and without demo data, in a temporary folder that goes with the JVM. Put
 * {@link WithServices} on a Spring test, or use {@link #shared()} where there is no Spring.
 */
public final class SunshineServices
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Path RUNTIME = Path.of("target", "runtime");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> properties = new HashMap<>(shared().properties());
    // Several contexts live side by side in the JVM and share the connections that there are.
    properties.put("spring.datasource.hikari.minimum-idle", 1);
    properties.put("spring.datasource.hikari.idle-timeout", 10_000);
    // Each context chooses its own web environment.
    properties.keySet().removeIf(name -> name.startsWith("server."));
    // What a test says itself goes before.
    properties.keySet().removeIf(context.getEnvironment()::containsProperty);
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("embedded services", properties));
  }

  /** The services of this JVM; the first call starts them. */
  public static EmbeddedServices shared() {
    return Holder.SERVICES;
  }

  /** Options for services of one's own: free ports, the given data folder. */
  public static LaunchOptions options(Path data, Feature... features) {
    return new LaunchOptions(
        Ports.free(), data, RUNTIME, Set.of(features), Optional.empty(), Optional.empty());
  }

  private static final class Holder {
    private static final EmbeddedServices SERVICES = startForThisJvm();
  }

  private static EmbeddedServices startForThisJvm() {
    try {
      Path data = Files.createTempDirectory("sunshine-test-");
      beginAt(data);
      EmbeddedServices services =
          EmbeddedServices.of(options(data, Feature.DEMO_CLOCK, Feature.EMPTY));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    services.close();
                    delete(data);
                  }));
      FirstBroker.startedBy(services, RUNTIME);
      return services;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The tests begin now, or on the day that the environment names: what holds today must hold
   * before a long holiday, too.
   */
  private static void beginAt(Path data) throws IOException {
    String day = System.getenv("SUNSHINE_TEST_BEGIN");
    if (day != null) {
      Instant begin = LocalDate.parse(day).atTime(9, 0).atZone(CHINA).toInstant();
      Duration offset = Duration.between(Clock.systemUTC().instant(), begin);
      Files.writeString(data.resolve("clock-offset"), Long.toString(offset.toMillis()));
    }
  }

  private static void delete(Path data) {
    try {
      FileSystemUtils.deleteRecursively(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
