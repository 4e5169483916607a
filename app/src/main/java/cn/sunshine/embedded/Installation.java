package cn.sunshine.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One Sunshine in this process: the services, and the application on top of them. Closed in the
 * opposite order, from another thread too, at any moment of the start.
 */
public final class Installation implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final LaunchOptions options;
  private final EmbeddedServices services;
  private volatile ConfigurableApplicationContext running;

  private Installation(LaunchOptions options) {
    this.options = options;
    this.services = EmbeddedServices.of(options);
  }

  /**
   * Takes the data folder for this process; nothing is started yet.
   *
   * @throws StartupProblem when the folder cannot be used or another Sunshine uses it
   */
  public static Installation of(LaunchOptions options) {
    return new Installation(options);
  }

  /**
   * Starts PostgreSQL and Zeebe and waits until both answer.
   *
   * @throws StartupProblem with one sentence when that is not possible
   */
  public void startServices() {
    services.start();
  }

  /**
   * Starts the application and waits until it answers over HTTP.
   *
   * @param application the Spring Boot application
   * @param properties what is to be different from the usual; the addresses of the services go
   *     before
   */
  public ConfigurableApplicationContext startApplication(
      Class<?> application, Map<String, Object> properties) {
    return startApplication(application, properties, context -> {});
  }

  /**
   * The same with something more in the context.
   *
   * @param more adds it before the context is refreshed
   */
  public ConfigurableApplicationContext startApplication(
      Class<?> application,
      Map<String, Object> properties,
      Consumer<GenericApplicationContext> more) {
    Map<String, Object> all = new HashMap<>(properties);
    all.putAll(services.properties());
    SpringApplication spring = new SpringApplication(application);
    spring.setBannerMode(Banner.Mode.OFF);
    // Whoever closes the installation closes Spring before the services, from the first moment on.
    spring.setRegisterShutdownHook(false);
    spring.addInitializers(
        context -> {
          context
              .getEnvironment()
              .getPropertySources()
              .addFirst(new MapPropertySource("launcher", all));
          more.accept((GenericApplicationContext) context);
        });
    log().info("启动应用 / starting the application");
    running = spring.run();
    new Readiness(address()).await();
    return running;
  }

  public EmbeddedServices services() {
    return services;
  }

  /** Where people reach the application. */
  public String address() {
    return "http://127.0.0.1:" + options.ports().app();
  }

  @Override
  public void close() {
    ConfigurableApplicationContext context = running;
    if (context != null) {
      close(context);
    }
    services.close();
  }

  /** A context that cannot be closed in time must not keep the services from being stopped. */
  private static void close(ConfigurableApplicationContext context) {
    Thread closing = Thread.ofPlatform().daemon().name("close").start(context::close);
    try {
      closing.join(LONGEST_CLOSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Not a constant: the first logger reads the configuration, which wants to know the folder. */
  private static Logger log() {
    return LoggerFactory.getLogger(Installation.class);
  }
}
