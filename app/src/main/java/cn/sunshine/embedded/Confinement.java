package cn.sunshine.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wrappers a child starts under: a session of its own, so that Ctrl-C in the terminal reaches
 * the launcher alone; a signal when the launcher dies, so that nothing is left behind; and, for
 * PostgreSQL under root, an identity that is not root's. What this machine cannot do is left out:
 * the next start then cleans up (see {@link Leftovers}).
 */
final class Confinement {

  /** Who the child is, seen by itself. */
  enum Identity {
    /** The same user as the launcher. */
    SAME,
    /** Root in a user namespace without a mapping: files are still root's, the process is not. */
    NAMESPACE,
    /** The user that owns nothing. */
    NOBODY
  }

  /** Numeric user and group of {@link Identity#NOBODY}. */
  static final int NOBODY = 65_534;

  private static final int SECONDS_TO_TRY = 5;
  private static final Logger log = LoggerFactory.getLogger(Confinement.class);

  private Confinement() {}

  static boolean isRoot() {
    return outputOf(List.of("id", "-u")).strip().equals("0");
  }

  /** The identity PostgreSQL can have here: it refuses to run as root. */
  static Identity unprivileged() {
    if (!isRoot()) {
      return Identity.SAME;
    }
    if (works(List.of("unshare", "-U", "true"))) {
      return Identity.NAMESPACE;
    }
    if (works(asNobody(List.of("true")))) {
      return Identity.NOBODY;
    }
    throw new StartupProblem(
        "以 root 启动时 PostgreSQL 需要 unshare 或 setpriv（Debian 的 util-linux 包），这台机器上都不能用，请改用普通用户启动",
        "as root, PostgreSQL needs unshare or setpriv (package util-linux), and neither works here; start as an ordinary user");
  }

  /**
   * The command under its wrappers.
   *
   * @param command the program and its arguments
   * @param identity who it runs as
   * @param whenLauncherDies what the kernel sends it when the launcher is gone
   */
  static List<String> confine(List<String> command, Identity identity, Signals whenLauncherDies) {
    List<String> deathSignal = List.of("setpriv", "--pdeathsig", whenLauncherDies.name());
    // The order matters: a change of credentials clears the death signal, so it comes last.
    List<String> confined = new ArrayList<>();
    if (works(List.of("setsid", "true"))) {
      confined.add("setsid");
    }
    confined.addAll(as(identity, List.of()));
    if (works(concat(deathSignal, List.of("true")))) {
      confined.addAll(deathSignal);
    } else {
      log.debug("setpriv --pdeathsig does not work here");
    }
    confined.addAll(command);
    return confined;
  }

  /** The command under the identity alone, for short helpers. */
  static List<String> as(Identity identity, List<String> command) {
    return switch (identity) {
      case SAME -> command;
      case NAMESPACE -> concat(List.of("unshare", "-U"), command);
      case NOBODY -> asNobody(command);
    };
  }

  private static List<String> asNobody(List<String> command) {
    return concat(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), command);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(SECONDS_TO_TRY, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String outputOf(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(
          process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException missing) {
      return "";
    }
  }
}
