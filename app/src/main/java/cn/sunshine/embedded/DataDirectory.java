package cn.sunshine.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of everything that outlives a restart, held by one launcher at a time. The lock is the
 * kernel's, so a killed launcher leaves none behind; the pid in the file is only for the message.
 */
final class DataDirectory implements AutoCloseable {

  private final Path folder;
  private final RandomAccessFile lockFile;

  private DataDirectory(Path folder, RandomAccessFile lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Makes the folder where it is missing and takes it for this process. */
  static DataDirectory open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      RandomAccessFile lockFile =
          new RandomAccessFile(real.resolve("launcher.lock").toFile(), "rw");
      if (!locked(lockFile)) {
        String holder = holder(lockFile);
        lockFile.close();
        throw new StartupProblem(
            "数据目录 %s 正由另一个 Sunshine（进程 %s）使用，请先停止它，或用 --data 换一个目录".formatted(folder, holder),
            "another Sunshine (process %s) uses the data folder %s; stop it, or choose another folder with --data"
                .formatted(holder, folder));
      }
      DataDirectory data = new DataDirectory(real, lockFile);
      data.sign();
      Files.createDirectories(data.logs());
      return data;
    } catch (IOException | UncheckedIOException e) {
      throw new StartupProblem(
          "数据目录 %s 不能写入（%s），请检查它是不是目录、有没有写权限，或用 --data 换一个目录".formatted(folder, reason(e)),
          "the data folder %s cannot be written (%s); check that it is a folder you may write, or choose another with --data"
              .formatted(folder, reason(e)));
    }
  }

  private static String reason(Exception e) {
    return e.getClass().getSimpleName().replaceAll("Exception$", "") + ": " + e.getMessage();
  }

  private static boolean locked(RandomAccessFile file) throws IOException {
    try {
      FileLock lock = file.getChannel().tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisVeryProcess) {
      return false;
    }
  }

  private static String holder(RandomAccessFile file) throws IOException {
    String line = file.readLine();
    return line == null || line.isBlank() ? "?" : line.strip();
  }

  private void sign() throws IOException {
    lockFile.setLength(0);
    lockFile.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The folder, absolute and without symbolic links. */
  Path folder() {
    return folder;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** Total offset of the demo clock in milliseconds, written by the application. */
  Path clockOffset() {
    return folder.resolve("clock-offset");
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
