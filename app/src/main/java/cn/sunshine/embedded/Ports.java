package cn.sunshine.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The six ports of one installation, all on 127.0.0.1: everything follows from the application's
 * port, so that one number is enough to move it.
 *
 * @param app port of the application's HTTP server
 */
public record Ports(int app) {

  private static final int LAST_OFFSET = 5;
  private static final int HIGHEST = 65_535 - LAST_OFFSET;

  public Ports {
    if (app < 1 || app > HIGHEST) {
      throw new StartupProblem(
          "--port 要写 1 到 " + HIGHEST + " 之间的整数（其他端口依次加一），现在是 " + app,
          "--port takes a number from 1 to " + HIGHEST + ", not " + app);
    }
  }

  /**
   * Six ports that nobody uses just now, for an installation of which nobody has to know where it
   * is: below the range from which the kernel takes ports for outgoing connections.
   */
  public static Ports free() {
    while (true) {
      Ports ports = new Ports(ThreadLocalRandom.current().nextInt(20_000, 32_000));
      try {
        for (Part part : Part.values()) {
          ports.requireFree(part);
        }
        return ports;
      } catch (StartupProblem taken) {
        // others are free
      }
    }
  }

  /** PostgreSQL. */
  public int database() {
    return app + 1;
  }

  /** Zeebe's gateway (gRPC). */
  public int gateway() {
    return app + 2;
  }

  /** Zeebe's management endpoints (HTTP). */
  public int management() {
    return app + 3;
  }

  int command() {
    return app + 4;
  }

  int internal() {
    return app + LAST_OFFSET;
  }

  /**
   * Fails with the port and the part that wants it when another program already listens there.
   *
   * @param part whose ports are looked at
   */
  void requireFree(Part part) {
    switch (part) {
      case APP -> requireFree(app, part);
      case DATABASE -> requireFree(database(), part);
      case BROKER -> {
        requireFree(gateway(), part);
        requireFree(management(), part);
        requireFree(command(), part);
        requireFree(internal(), part);
      }
    }
  }

  private static void requireFree(int port, Part part) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a port whose last connections are only lingering counts as free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new StartupProblem(
          "端口 %d 不能用（%s 要用它：%s），请用 --port 换一组端口，例如 ./sunshine run --port 9080"
              .formatted(port, part.chinese(), e.getMessage()),
          "port %d, wanted by %s, cannot be used (%s); choose others with --port, for example ./sunshine run --port 9080"
              .formatted(port, part.english(), e.getMessage()));
    }
  }
}
