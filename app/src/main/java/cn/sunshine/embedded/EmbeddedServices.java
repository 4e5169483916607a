package cn.sunshine.embedded;

import cn.sunshine.embedded.LaunchOptions.Feature;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application stands on: PostgreSQL and Zeebe, embedded or outside. Start it before Spring
 * and give Spring its {@link #properties()}; close it after Spring.
 */
public final class EmbeddedServices implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServices.class);

  private final LaunchOptions options;
  private final DataDirectory data;
  private final FreeSpace freeSpace;
  private final Map<Part, Supervisor> supervisors = new LinkedHashMap<>();
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private EmbeddedServices(LaunchOptions options, DataDirectory data) {
    this.options = options;
    this.data = data;
    this.freeSpace = new FreeSpace(data.folder());
  }

  /**
   * Takes the data folder for this process; nothing is started yet.
   *
   * @throws StartupProblem when the folder cannot be used or another Sunshine uses it
   */
  public static EmbeddedServices of(LaunchOptions options) {
    return new EmbeddedServices(options, DataDirectory.open(options.data()));
  }

  /**
   * Starts what is embedded and waits until everything answers. What an earlier start left behind
   * is stopped first.
   *
   * @throws StartupProblem with one sentence when that is not possible
   */
  public void start() {
    FreeSpace.requireEnough(data.folder());
    describe();
    warnOfLostTime();
    RuntimeArchives archives = new RuntimeArchives(options.runtime());
    properties.put("sunshine.sandbox.engine", archives.sandbox());
    options.database().ifPresentOrElse(this::use, () -> supervise(database(archives)));
    options.broker().ifPresentOrElse(this::use, () -> supervise(broker(archives)));
    List<Supervisor> started;
    synchronized (supervisors) {
      started = new ArrayList<>(supervisors.values());
    }
    started.forEach(Supervisor::awaitFirstReady);
    freeSpace.watch();
  }

  private void describe() {
    properties.put("server.port", options.ports().app());
    properties.put("server.address", "127.0.0.1");
    properties.put("sunshine.data-dir", data.folder().toString());
    properties.put("sunshine.demo-clock", options.has(Feature.DEMO_CLOCK));
    properties.put("sunshine.demo-data", !options.has(Feature.EMPTY));
  }

  /** Data that was made under a moved clock lies in the future of the real one. */
  private void warnOfLostTime() {
    if (!options.has(Feature.DEMO_CLOCK) && Files.exists(data.clockOffset())) {
      log.warn(
          "这个数据目录以前拨快过演示时钟，不带 --demo-clock 启动时时钟回到真实时间 / the clock of this data was moved before;"
              + " without --demo-clock it is the real time again");
    }
  }

  private Child database(RuntimeArchives archives) {
    PostgresServer postgres = new PostgresServer(archives.postgres(), data, options.ports());
    useDatabase(postgres.url(), postgres.user(), postgres.password());
    return postgres;
  }

  private Child broker(RuntimeArchives archives) {
    ZeebeBroker.ClockMode clock =
        options.has(Feature.DEMO_CLOCK) ? ZeebeBroker.ClockMode.DEMO : ZeebeBroker.ClockMode.REAL;
    ZeebeBroker zeebe = new ZeebeBroker(archives.zeebe(), data, options.ports(), clock);
    properties.put("sunshine.zeebe.address", zeebe.gateway());
    properties.put("sunshine.zeebe.management", zeebe.management());
    return zeebe;
  }

  private void use(LaunchOptions.OutsideDatabase outside) {
    OutsideParts.require(outside);
    useDatabase(outside.url(), outside.user(), outside.password());
  }

  private void useDatabase(String url, String user, String password) {
    properties.put("spring.datasource.url", url);
    properties.put("spring.datasource.username", user);
    properties.put("spring.datasource.password", password);
  }

  private void use(LaunchOptions.OutsideBroker outside) {
    OutsideParts.require(outside);
    properties.put("sunshine.zeebe.address", outside.address());
    outside.management().ifPresent(it -> properties.put("sunshine.zeebe.management", it));
  }

  private void supervise(Child child) {
    Supervisor supervisor = new Supervisor(child);
    synchronized (supervisors) {
      supervisors.put(child.part(), supervisor);
    }
    supervisor.start();
  }

  /** Spring properties that tell the application where everything is; complete after the start. */
  public Map<String, Object> properties() {
    return Map.copyOf(properties);
  }

  /** Process id of an embedded part that is running; nothing for an outside one. */
  public OptionalLong pid(Part part) {
    Supervisor supervisor = supervisors.get(part);
    return supervisor == null ? OptionalLong.empty() : supervisor.pid();
  }

  /** Whether an embedded part runs and answered after its last start. */
  public boolean isReady(Part part) {
    Supervisor supervisor = supervisors.get(part);
    return supervisor != null && supervisor.isReady();
  }

  /** How often an embedded part had to be started again since this start. */
  public long restarts(Part part) {
    Supervisor supervisor = supervisors.get(part);
    return supervisor == null ? 0 : supervisor.restarts();
  }

  /** Stops the broker, then the database, and gives the data folder back. */
  @Override
  public void close() {
    freeSpace.close();
    stop(Part.BROKER);
    stop(Part.DATABASE);
    data.close();
  }

  private void stop(Part part) {
    Supervisor supervisor;
    synchronized (supervisors) {
      supervisor = supervisors.get(part);
    }
    if (supervisor != null) {
      supervisor.stop();
    }
  }
}
