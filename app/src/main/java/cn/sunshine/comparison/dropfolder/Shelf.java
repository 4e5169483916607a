package cn.sunshine.comparison.dropfolder;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Where files go when they have been dealt with: {@code done} or {@code failed}. */
@Component
class Shelf {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  /** So that spreadsheets recognise the encoding. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final DropFolderProperties properties;
  private final Clock clock;

  Shelf(DropFolderProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  void create() throws IOException {
    Files.createDirectories(done());
    Files.createDirectories(failed());
  }

  void moveToDone(Path file) throws IOException {
    Files.move(file, free(done(), file), StandardCopyOption.ATOMIC_MOVE);
  }

  /** The report is written first: a refused file never lies there without its reasons. */
  void moveToFailed(Path file, Faults faults) throws IOException {
    Path target = free(failed(), file);
    write(report(target), faults);
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void write(Path report, Faults faults) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(report, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
      writer.write(BYTE_ORDER_MARK);
      csv.printRecord("line", "field", "message");
      for (Fault fault : faults.kept()) {
        csv.printRecord(fault.line() == 0 ? "" : fault.line(), fault.field(), fault.message());
      }
      int more = faults.count() - faults.kept().size();
      if (more > 0) {
        csv.printRecord("", "", "另外还有 " + more + " 处错误没有列出。");
      }
    }
  }

  private Path report(Path refused) {
    return refused.resolveSibling(base(refused) + ".errors.csv");
  }

  /** A path in the folder that no file has, the file's own name if possible. */
  private Path free(Path folder, Path file) {
    Path target = folder.resolve(file.getFileName());
    String stamp = LocalDateTime.now(clock).format(STAMP);
    String name = file.getFileName().toString();
    String extension = name.substring(base(file).length());
    for (int n = 1; Files.exists(target); n++) {
      String suffix = n == 1 ? "-" + stamp : "-" + stamp + "-" + n;
      target = folder.resolve(base(file) + suffix + extension);
    }
    return target;
  }

  private static String base(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Path done() {
    return properties.folder().resolve("done");
  }

  private Path failed() {
    return properties.folder().resolve("failed");
  }
}
