package cn.sunshine.comparison.dropfolder;

import cn.sunshine.comparison.ComparisonFile;
import cn.sunshine.comparison.ComparisonFiles;
import cn.sunshine.region.Regions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads one file, all of it or nothing. Loading it again changes nothing, so that a crash between
 * the load and the move of the file does no harm.
 */
@Component
class AssetFileLoader {

  private final DropFolderProperties.Comparison limits;
  private final Regions regions;
  private final ComparisonFiles files;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AssetFileLoader(
      DropFolderProperties properties,
      Regions regions,
      ComparisonFiles files,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock) {
    this.limits = properties.comparison();
    this.regions = regions;
    this.files = files;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What became of a file: no faults means that it was loaded. */
  record Load(int rows, Faults faults) {}

  /**
   * Loads the file as it was seen.
   *
   * @return empty when the file has changed in the meantime: it is to be looked at again
   */
  Optional<Load> load(Path file, FileStamp seen) throws IOException {
    try {
      return transaction.execute(
          status -> {
            try {
              Optional<Load> load = loadInTransaction(file, seen);
              if (load.isEmpty() || !load.get().faults().none()) {
                status.setRollbackOnly();
              }
              return load;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Records that a file was refused; its load has been rolled back. */
  void recordRefusal(Path file, Load load) {
    record(UUID.randomUUID(), file, "", ComparisonFile.Outcome.FAILED, load);
  }

  private Optional<Load> loadInTransaction(Path file, FileStamp seen) throws IOException {
    Faults faults = new Faults();
    MessageDigest digest = sha256();
    Staging staging = new Staging(jdbc);
    int rows = 0;
    if (!isCsv(file)) {
      faults.add(new Fault(0, "", "只接受 CSV 文件。请在表格软件中另存为“CSV UTF-8（逗号分隔）”后重新放入。"));
    } else if (seen.size() > limits.maxFileSize().toBytes()) {
      faults.add(new Fault(0, "", "文件超过 " + limits.maxFileSize().toMegabytes() + " MB，请拆成几个文件。"));
    } else {
      try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
        rows = readRows(new LineReader(bytes), staging, faults);
      }
    }
    if (!FileStamp.of(file).equals(Optional.of(seen))) {
      return Optional.empty();
    }
    Load load = new Load(rows, faults);
    if (faults.none()) {
      UUID id = UUID.randomUUID();
      String hash = HexFormat.of().formatHex(digest.digest());
      record(id, file, hash, ComparisonFile.Outcome.LOADED, load);
      staging.publish(id, clock.instant());
    }
    return Optional.of(load);
  }

  private int readRows(LineReader lines, Staging staging, Faults faults) throws IOException {
    LocalDate today = LocalDate.now(clock);
    int rows = 0;
    try {
      if (lines.next().filter(AssetLine::isHeader).isEmpty()) {
        faults.add(new Fault(1, "", "第一行必须是表头：" + String.join(",", AssetLine.HEADER)));
        return rows;
      }
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().isBlank()) {
          continue;
        }
        if (rows == limits.maxRows()) {
          faults.add(new Fault(lines.line(), "", "数据超过 " + limits.maxRows() + " 行，请拆成几个文件。"));
          return rows;
        }
        rows++;
        Optional<AssetRow> row =
            new AssetLine(lines.line(), line.get(), regions, today, faults::add).read();
        if (faults.none()) {
          row.ifPresent(staging::add);
        }
      }
    } catch (CharacterCodingException e) {
      faults.add(new Fault(0, "", "文件不是 UTF-8 编码。请在表格软件中另存为“CSV UTF-8（逗号分隔）”。"));
    } catch (LineReader.LineTooLong e) {
      faults.add(new Fault(lines.line(), "", "这一行太长，不像是比对数据，请检查文件。"));
    }
    return rows;
  }

  private void record(UUID id, Path file, String hash, ComparisonFile.Outcome outcome, Load load) {
    String name = file.getFileName().toString();
    int faults = load.faults().count();
    files.record(new ComparisonFile(id, name, hash, outcome, load.rows(), faults, clock.instant()));
  }

  private static boolean isCsv(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
