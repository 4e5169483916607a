package cn.sunshine.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the room left for the data. Below its first mark the broker stops taking work, so a start
 * with less than that and a reserve is refused rather than left to hang, and a running system says
 * so when it gets there.
 */
final class FreeSpace implements AutoCloseable {

  /** Below this the broker takes no more commands. */
  static final int PROCESSING_MARK_MB = 256;

  /** Below this the broker stops replication too. */
  static final int REPLICATION_MARK_MB = 128;

  private static final int RESERVE_MB = 256;
  private static final int NEEDED_MB = PROCESSING_MARK_MB + RESERVE_MB;
  private static final int BYTES_PER_MB = 1024 * 1024;
  private static final int SECONDS_BETWEEN_LOOKS = 30;
  private static final Logger log = LoggerFactory.getLogger(FreeSpace.class);

  private final Path folder;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("free-space").factory());
  private volatile boolean low;

  FreeSpace(Path folder) {
    this.folder = folder;
  }

  /** Refuses to start where the broker would soon stop working. */
  static void requireEnough(Path folder) {
    long free = megabytesFree(folder);
    if (free < NEEDED_MB) {
      throw new StartupProblem(
          "磁盘空间不足：%s 所在磁盘剩余 %d MB，至少需要 %d MB（低于 %d MB 时流程引擎停止工作），请先清理磁盘或用 --data 换一个目录"
              .formatted(folder, free, NEEDED_MB, PROCESSING_MARK_MB),
          "the disk is nearly full: %d MB are free for %s, %d MB are needed (below %d MB the engine stops); free some space or choose another folder with --data"
              .formatted(free, folder, NEEDED_MB, PROCESSING_MARK_MB));
    }
  }

  void watch() {
    looks.scheduleWithFixedDelay(
        this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
  }

  private void look() {
    long free = megabytesFree(folder);
    if (free < NEEDED_MB && !low) {
      low = true;
      log.error(
          "磁盘快满了：{} 剩余 {} MB，低于 {} MB 时流程引擎停止工作，请尽快清理 / the disk is nearly full: {} MB free, the engine stops below {} MB",
          folder,
          free,
          PROCESSING_MARK_MB,
          free,
          PROCESSING_MARK_MB);
    } else if (free >= NEEDED_MB && low) {
      low = false;
      log.info("磁盘空间已恢复：剩余 {} MB / enough free space again: {} MB", free, free);
    }
  }

  private static long megabytesFree(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace() / BYTES_PER_MB;
    } catch (IOException e) {
      throw new StartupProblem(
          "无法读取 %s 的剩余空间（%s）".formatted(folder, e.getMessage()),
          "cannot read the free space of %s (%s)".formatted(folder, e.getMessage()));
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
