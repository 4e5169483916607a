package cn.sunshine.embedded;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a start of Sunshine was asked to do.
 *
 * @param ports where everything listens
 * @param data folder of everything that outlives a restart
 * @param runtime folder with the archives of PostgreSQL and Zeebe, where they are unpacked too
 * @param features what is switched on besides the usual
 * @param database an outside PostgreSQL instead of the embedded one
 * @param broker an outside Zeebe cluster instead of the embedded broker
 */
public record LaunchOptions(
    Ports ports,
    Path data,
    Path runtime,
    Set<Feature> features,
    Optional<OutsideDatabase> database,
    Optional<OutsideBroker> broker) {

  /** What can be switched on at a start. */
  public enum Feature {
    /** No demo data: only {@code admin}. */
    EMPTY,
    /** The clock of the application and of the broker can be moved forward. */
    DEMO_CLOCK
  }

  /**
   * A PostgreSQL that somebody else runs.
   *
   * @param url JDBC address
   * @param user role that owns the application's schema
   * @param password its password
   */
  public record OutsideDatabase(String url, String user, String password) {}

  /**
   * A Zeebe cluster that somebody else runs.
   *
   * @param address gateway, {@code host:port}
   * @param management address of its management endpoints, when known
   */
  public record OutsideBroker(String address, Optional<String> management) {}

  public LaunchOptions {
    data = data.toAbsolutePath().normalize();
    runtime = runtime.toAbsolutePath().normalize();
    features = features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
