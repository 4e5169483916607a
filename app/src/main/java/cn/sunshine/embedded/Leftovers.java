package cn.sunshine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes of an earlier start that still work in a child's folder, found by what they are, not by
 * a pid file: a pid that was written down may name a stranger by now. Whoever works in the folder
 * of our data under the program's name is ours, because the caller holds the lock of that folder.
 *
 * @param part which child
 * @param folder its working directory
 */
record Leftovers(Part part, Path folder) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int LAST_MOMENTS_SECONDS = 1;
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  List<ProcessHandle> find() {
    return ProcessHandle.allProcesses().filter(process -> isOurs(process.pid())).toList();
  }

  /** Name of the program as the kernel knows it. */
  private String program() {
    return part == Part.DATABASE ? "postgres" : "java";
  }

  private boolean isOurs(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      return Files.readString(process.resolve("comm")).strip().equals(program())
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
        part.chinese(),
        found.getFirst().pid(),
        part.english());
    found.forEach(polite::sendTo);
    if (!within(patienceSeconds, () -> find().isEmpty())) {
      find().forEach(Signals.KILL::sendTo);
      within(patienceSeconds, () -> find().isEmpty());
    }
    // A process leaves its folder shortly before it has let go of its ports. Not longer than that:
    // one that nobody collects stays a zombie for ever.
    within(LAST_MOMENTS_SECONDS, () -> found.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static boolean within(int seconds, BooleanSupplier gone) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < deadline) {
      if (gone.getAsBoolean()) {
        return true;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return false;
  }
}
