package cn.sunshine.comparison.dropfolder;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Watches the folder for the bureaus' exports. A file is taken when it has not changed from one
 * look to the next; whatever keeps it from being handled (the database is away, the disk is full)
 * leaves it where it is, for the next look.
 */
@Component
class DropFolder implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(DropFolder.class);

  /** Spreadsheets are taken too, to be refused with a report rather than lie there unseen. */
  private static final List<String> TAKEN = List.of(".csv", ".xlsx", ".xls", ".et");

  private final DropFolderProperties properties;
  private final AssetFileLoader loader;
  private final Shelf shelf;
  private final MeterRegistry meters;
  private final Map<Path, FileStamp> seen = new HashMap<>();
  private Optional<ScheduledExecutorService> watch = Optional.empty();

  DropFolder(
      DropFolderProperties properties, AssetFileLoader loader, Shelf shelf, MeterRegistry meters) {
    this.properties = properties;
    this.loader = loader;
    this.shelf = shelf;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    try {
      shelf.create();
    } catch (IOException e) {
      throw new UncheckedIOException("比对文件夹无法创建：" + properties.folder(), e);
    }
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("comparison-folder").factory());
    long interval = properties.comparison().scanInterval().toMillis();
    timer.scheduleWithFixedDelay(this::lookQuietly, interval, interval, TimeUnit.MILLISECONDS);
    watch = Optional.of(timer);
  }

  @Override
  public synchronized void stop() {
    watch.ifPresent(
        timer -> {
          timer.shutdown();
          try {
            // a load in work is given a moment; after that it is rolled back and made again
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
              timer.shutdownNow();
            }
          } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
          }
        });
    watch = Optional.empty();
  }

  @Override
  public synchronized boolean isRunning() {
    return watch.isPresent();
  }

  /** A fault in one look must not end the watch. */
  private void lookQuietly() {
    try {
      look();
    } catch (IOException | RuntimeException e) {
      log.warn("The comparison folder could not be looked at; trying again", e);
    }
  }

  /** Handles the files that have not changed since the last look. */
  void look() throws IOException {
    shelf.create();
    Map<Path, FileStamp> now = filesInFolder();
    List<Path> settled =
        now.keySet().stream()
            .filter(file -> now.get(file).equals(seen.get(file)))
            .sorted(
                Comparator.comparing((Path file) -> now.get(file).modified()).thenComparing(f -> f))
            .toList();
    seen.clear();
    seen.putAll(now);
    for (Path file : settled) {
      handle(file, now.get(file));
    }
  }

  private void handle(Path file, FileStamp stamp) {
    seen.remove(file);
    try {
      Optional<AssetFileLoader.Load> load = loader.load(file, stamp);
      if (load.isPresent()) {
        putAway(file, load.get());
      }
    } catch (IOException | DataAccessException | TransactionException e) {
      log.warn("A comparison file could not be handled; it stays and is tried again", e);
    }
  }

  private void putAway(Path file, AssetFileLoader.Load load) throws IOException {
    if (load.faults().none()) {
      shelf.moveToDone(file);
    } else {
      loader.recordRefusal(file, load);
      shelf.moveToFailed(file, load.faults());
    }
    String outcome = load.faults().none() ? "loaded" : "failed";
    meters.counter("sunshine.comparison.files", "outcome", outcome).increment();
    log.info("Comparison file {}: {} rows, {} faults", outcome, load.rows(), load.faults().count());
  }

  private Map<Path, FileStamp> filesInFolder() throws IOException {
    Map<Path, FileStamp> files = new HashMap<>();
    try (Stream<Path> listing = Files.list(properties.folder())) {
      for (Path file : listing.filter(DropFolder::isTaken).toList()) {
        FileStamp.of(file).ifPresent(stamp -> files.put(file, stamp));
      }
    }
    return files;
  }

  private static boolean isTaken(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && TAKEN.stream().anyMatch(name::endsWith);
  }
}
