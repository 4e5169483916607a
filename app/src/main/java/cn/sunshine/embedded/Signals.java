package cn.sunshine.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals that {@link ProcessHandle} cannot send: it knows only TERM and KILL. */
enum Signals {
  /** PostgreSQL: fast shutdown. */
  INT,
  /** PostgreSQL: immediate shutdown. Any other program: its own choice. */
  QUIT,
  TERM,
  KILL;

  private static final int SECONDS_TO_SEND = 5;

  void sendTo(ProcessHandle process) {
    switch (this) {
      case TERM -> process.destroy();
      case KILL -> process.destroyForcibly();
      default -> sendByShell(process.pid());
    }
  }

  private void sendByShell(long pid) {
    try {
      // Every shell has `kill` built in; a `kill` program may be missing.
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\"", name(), Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(SECONDS_TO_SEND, TimeUnit.SECONDS);
    } catch (IOException e) {
      throw new IllegalStateException("no shell to send a signal with", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
