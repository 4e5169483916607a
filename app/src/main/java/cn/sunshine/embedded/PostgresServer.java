package cn.sunshine.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL 18 with durable settings, for one application role that is not a superuser. */
final class PostgresServer implements Child {

  /** Role of the application and name of its database. */
  static final String APPLICATION = "sunshine";

  private static final String ADMINISTRATOR = "postgres";
  private static final String MAJOR_VERSION = "18";
  private static final int PATIENCE_SECONDS = 10;
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  private final Path binaries;
  private final DataDirectory data;
  private final Ports ports;
  private final Credentials credentials;
  private final Confinement.Identity identity = Confinement.unprivileged();

  PostgresServer(Path binaries, DataDirectory data, Ports ports) {
    this.binaries = binaries;
    this.data = data;
    this.ports = ports;
    Path file = data.folder().resolve("postgres.passwords");
    if (Files.exists(cluster()) && !Files.exists(file)) {
      throw new StartupProblem(
          "数据目录 %s 里有数据库却没有 %s，请从备份恢复这个文件".formatted(data.folder(), file.getFileName()),
          "the data folder %s has a database but no %s; restore that file from a backup"
              .formatted(data.folder(), file.getFileName()));
    }
    this.credentials = Credentials.of(file);
  }

  private Path cluster() {
    return data.folder().resolve("postgres");
  }

  private Path logs() {
    return data.logs().resolve("postgres");
  }

  String url() {
    return url(APPLICATION);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + database;
  }

  String user() {
    return APPLICATION;
  }

  String password() {
    return credentials.application();
  }

  @Override
  public Part part() {
    return Part.DATABASE;
  }

  @Override
  public void prepare() {
    try {
      new Leftovers(Part.DATABASE, cluster()).stop(Signals.INT, PATIENCE_SECONDS);
      Files.createDirectories(logs());
      if (Files.exists(cluster())) {
        requireOurVersion();
      } else {
        createCluster();
      }
      giveTo(logs());
      giveTo(cluster());
      // Nobody works in the folder any more (see above), so whoever the file names is a stranger.
      Files.deleteIfExists(cluster().resolve("postmaster.pid"));
      ports.requireFree(Part.DATABASE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireOurVersion() throws IOException {
    Path file = cluster().resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "?";
    if (!version.equals(MAJOR_VERSION)) {
      throw new StartupProblem(
          "%s 不是 PostgreSQL %s 的数据目录（版本 %s），请用 --data 换一个目录，或先用 pg_upgrade 升级"
              .formatted(cluster(), MAJOR_VERSION, version),
          "%s is not a data folder of PostgreSQL %s (version %s); choose another with --data, or run pg_upgrade first"
              .formatted(cluster(), MAJOR_VERSION, version));
    }
  }

  private void createCluster() throws IOException {
    log.info("首次使用，创建数据库 / creating the database for the first time");
    Path draft = cluster().resolveSibling("postgres.draft");
    Path password = cluster().resolveSibling("postgres.draft.password");
    FileSystemUtils.deleteRecursively(draft);
    Files.createDirectories(draft);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, credentials.administrator());
      giveTo(draft);
      giveTo(password);
      initialise(draft, password);
      Files.move(draft, cluster(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private void initialise(Path draft, Path password) throws IOException {
    List<String> command =
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "--pgdata=" + draft,
            "--username=" + ADMINISTRATOR,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--text-search-config=simple");
    ProcessBuilder builder =
        new ProcessBuilder(Confinement.confine(command, identity, Signals.KILL))
            .directory(data.folder().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitOf(process) != 0) {
      String last = output.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
      throw new StartupProblem("数据库无法创建：" + last, "the database cannot be created: " + last);
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /**
   * Under root, whose the files have to be depends on what this machine lets PostgreSQL run as, and
   * that may have changed since the last start.
   */
  private void giveTo(Path folder) throws IOException {
    if (!Confinement.isRoot()) {
      return;
    }
    int owner = identity == Confinement.Identity.NOBODY ? Confinement.NOBODY : 0;
    Object now = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (now.equals(owner)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
    requireReach(folder);
  }

  private void requireReach(Path folder) {
    List<Path> needed = List.of(folder, binaries.resolve("bin/postgres"));
    for (Path path : needed) {
      if (!Confinement.works(Confinement.as(identity, List.of("test", "-r", path.toString())))) {
        throw new StartupProblem(
            "以 root 启动时数据库以 nobody 身份运行，但 nobody 无法进入 %s，请把项目和数据放在所有用户可进入的位置，或用普通用户启动"
                .formatted(path),
            "as root the database runs as nobody, who cannot reach %s; put the project and its data where everybody may enter, or start as an ordinary user"
                .formatted(path));
      }
    }
  }

  @Override
  public List<String> command() {
    List<String> command =
        List.of(
            binaries.resolve("bin/postgres").toString(),
            "-D",
            cluster().toString(),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "port=" + ports.database(),
            "-c",
            "unix_socket_directories=",
            // Nothing accepted may be lost; some ready-made set-ups of these binaries turn it off.
            "-c",
            "fsync=on",
            "-c",
            "full_page_writes=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "shared_buffers=128MB",
            "-c",
            "max_connections=60",
            "-c",
            "max_wal_size=512MB",
            "-c",
            "timezone=Asia/Shanghai",
            "-c",
            "log_timezone=Asia/Shanghai",
            // A week of logs, one file a day, each overwritten after seven days.
            "-c",
            "logging_collector=on",
            "-c",
            "log_directory=" + logs(),
            "-c",
            "log_filename=postgresql-%a.log",
            "-c",
            "log_truncate_on_rotation=on",
            "-c",
            "log_rotation_age=1d",
            "-c",
            "log_rotation_size=0",
            // The details of an error quote rows, and rows hold personal data.
            "-c",
            "log_error_verbosity=terse",
            "-c",
            "log_parameter_max_length=0");
    return Confinement.confine(command, identity, Signals.INT);
  }

  @Override
  public Map<String, String> environment() {
    return Map.of("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL", "C");
  }

  @Override
  public Path workingDirectory() {
    return data.folder();
  }

  @Override
  public Path logFolder() {
    return logs();
  }

  @Override
  public boolean answers() {
    try (Connection connection = connectAsAdministrator()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connectAsAdministrator() throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", ADMINISTRATOR);
    login.setProperty("password", credentials.administrator());
    login.setProperty("connectTimeout", "2");
    login.setProperty("socketTimeout", "20");
    return DriverManager.getConnection(url("postgres"), login);
  }

  /** Creates the application's role and database, and keeps the role without special rights. */
  @Override
  public void whenAnswering() {
    try (Connection connection = connectAsAdministrator();
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?")) {
        statement.execute("create role " + APPLICATION);
      }
      statement.execute(
          "alter role "
              + APPLICATION
              + " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password '"
              + credentials.application()
              + "'");
      if (!exists(connection, "select 1 from pg_database where datname = ?")) {
        statement.execute("create database " + APPLICATION + " owner " + APPLICATION);
      }
    } catch (SQLException e) {
      throw new StartupProblem(
          "数据库的应用账号无法创建：" + e.getMessage(),
          "the application's database role cannot be created: " + e.getMessage());
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, APPLICATION);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Fast shutdown: PostgreSQL would otherwise wait until every client has gone by itself. */
  @Override
  public Signals stopSignal() {
    return Signals.INT;
  }
}
