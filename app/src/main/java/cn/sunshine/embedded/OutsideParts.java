package cn.sunshine.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Checks that an outside database or cluster can be reached before anything is built on it. */
final class OutsideParts {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int CONNECT_MILLIS = 3_000;
  private static final int DEFAULT_GATEWAY_PORT = 26_500;

  private OutsideParts() {}

  static void require(LaunchOptions.OutsideDatabase database) {
    if (!database.url().startsWith("jdbc:postgresql:")) {
      throw new StartupProblem(
          "SUNSHINE_DB_URL 要写成 jdbc:postgresql://主机:端口/库名",
          "SUNSHINE_DB_URL must look like jdbc:postgresql://host:port/database");
    }
    String problem =
        lastProblem(
            () -> {
              DriverManager.setLoginTimeout(CONNECT_MILLIS / 1_000);
              try (Connection connection =
                  DriverManager.getConnection(
                      database.url(), database.user(), database.password())) {
                connection.isValid(1);
              } catch (SQLException e) {
                throw new IOException(e.getMessage(), e);
              }
            });
    if (problem != null) {
      throw new StartupProblem(
          "连不上 SUNSHINE_DB_URL 指定的数据库（%s），请检查地址、SUNSHINE_DB_USER 和 SUNSHINE_DB_PASSWORD"
              .formatted(problem),
          "the database of SUNSHINE_DB_URL cannot be reached (%s); check the address, SUNSHINE_DB_USER and SUNSHINE_DB_PASSWORD"
              .formatted(problem));
    }
  }

  static void require(LaunchOptions.OutsideBroker broker) {
    InetSocketAddress address = address(broker.address());
    String problem =
        lastProblem(
            () -> {
              try (Socket socket = new Socket()) {
                socket.connect(address, CONNECT_MILLIS);
              }
            });
    if (problem != null) {
      throw new StartupProblem(
          "连不上 SUNSHINE_ZEEBE_ADDRESS 指定的流程引擎 %s（%s）".formatted(broker.address(), problem),
          "the engine of SUNSHINE_ZEEBE_ADDRESS, %s, cannot be reached (%s)"
              .formatted(broker.address(), problem));
    }
  }

  private static InetSocketAddress address(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "grpc://" + text);
      if (uri.getHost() == null) {
        throw new IllegalArgumentException("no host");
      }
      return new InetSocketAddress(
          uri.getHost(), uri.getPort() < 0 ? DEFAULT_GATEWAY_PORT : uri.getPort());
    } catch (IllegalArgumentException e) {
      throw new StartupProblem(
          "SUNSHINE_ZEEBE_ADDRESS 要写成 主机:端口，现在是 " + text,
          "SUNSHINE_ZEEBE_ADDRESS must be host:port, not " + text);
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /** Null when an attempt within the patience succeeded. */
  private static String lastProblem(Attempt attempt) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        attempt.run();
        return null;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          return e.getMessage();
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }
}
