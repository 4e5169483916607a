package cn.sunshine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes of an earlier start that still work in a child's folder, found by what they are, not by
 * a pid file: a pid that was written down may name a stranger by now. Whoever works in the folder
 * of our data under the program's name is ours, because the caller holds the lock of that folder.
 *
 * @param folder working directory of the program
 * @param program name of the program as the kernel knows it
 */
record Leftovers(Path folder, String program) {

  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  List<ProcessHandle> find() {
    return ProcessHandle.allProcesses().filter(process -> isOurs(process.pid())).toList();
  }

  private boolean isOurs(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals(program)
          && Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
    } catch (IOException goneOrSomebodyElses) {
      return false;
    }
  }

  /**
   * Stops them all, with force where they do not go by themselves.
   *
   * @param polite signal that asks the program to stop in good order
   * @param patienceSeconds how long that may take
   */
  void stop(Signals polite, int patienceSeconds) {
    List<ProcessHandle> found = find();
    if (found.isEmpty()) {
      return;
    }
    log.info(
        "上次启动留下的 {} 还在运行（进程 {}），先停止它 / stopping {} left behind by an earlier start",
        program,
        found.getFirst().pid(),
        program);
    found.forEach(polite::sendTo);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
    for (ProcessHandle process : found) {
      if (!ended(process, deadline - System.nanoTime())) {
        Signals.KILL.sendTo(process);
      }
    }
    long afterForce = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceSeconds);
    found.forEach(process -> ended(process, afterForce - System.nanoTime()));
  }

  private static boolean ended(ProcessHandle process, long nanos) {
    try {
      process.onExit().get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
