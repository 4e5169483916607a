package cn.sunshine.embedded;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the children, unpacked once from the archives that the build puts into the
 * runtime folder. Several processes may ask at the same time: each unpacks into a folder of its own
 * and the first to finish gives it the final name.
 *
 * @param folder where the archives are
 */
record RuntimeArchives(Path folder) {

  /** Names the build gives the archives (see {@code copy-runtime} in the module's pom). */
  static final String POSTGRES = "postgres";

  static final String ZEEBE = "zeebe";
  static final String SANDBOX_ENGINE = "sandbox-engine";
  static final String SANDBOX_API = "sandbox-api";

  private static final Logger log = LoggerFactory.getLogger(RuntimeArchives.class);

  /** Folder with {@code bin}, {@code lib} and {@code share} of PostgreSQL. */
  Path postgres() {
    return unpacked(archive(POSTGRES, ".jar"), RuntimeArchives::unpackPostgres);
  }

  /** Folder with {@code config} and {@code lib} of the broker. */
  Path zeebe() {
    return unpacked(archive(ZEEBE, ".tar.gz"), RuntimeArchives::unpackZeebe);
  }

  /** Class path of an engine in memory: the broker's own libraries, and what they lack for that. */
  String sandbox() {
    return Stream.of(
            archive(SANDBOX_ENGINE, ".jar"),
            archive(SANDBOX_API, ".jar"),
            zeebe().resolve("lib").resolve("*"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path archive(String name, String ending) {
    try (var files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>empty()) {
      return files
          .filter(file -> isArchive(file, name, ending))
          .findFirst()
          .orElseThrow(
              () ->
                  new StartupProblem(
                      "在 %s 里找不到 %s 的安装包，请先构建：./sunshine run 会自动构建，或执行 mvn package"
                          .formatted(folder, name),
                      "the archive of %s is missing in %s; build first: ./sunshine run does, or mvn package"
                          .formatted(name, folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isArchive(Path file, String name, String ending) {
    String fileName = file.getFileName().toString();
    return fileName.startsWith(name + "-") && fileName.endsWith(ending);
  }

  private Path unpacked(Path archive, Unpacking unpacking) {
    String name = archive.getFileName().toString().replaceFirst("\\.(jar|tar\\.gz)$", "");
    Path target = folder.resolve(name);
    if (Files.isDirectory(target)) {
      return target;
    }
    log.info("首次使用，解压 {} / unpacking {} for the first time", name, name);
    try {
      Path own = Files.createTempDirectory(folder, name + ".unpacking-");
      try {
        unpacking.unpack(archive, own);
        // A temporary folder is private; what it holds is not, and PostgreSQL may run as nobody.
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(own, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileSystemException e) {
        if (!Files.isDirectory(target)) {
          throw e;
        }
        log.debug("{} was unpacked by another process meanwhile", name);
      } finally {
        FileSystemUtils.deleteRecursively(own);
      }
      return target;
    } catch (IOException e) {
      throw new StartupProblem(
          "安装包 %s 无法解压（%s），请删除它后重新构建".formatted(archive, e.getMessage()),
          "%s cannot be unpacked (%s); delete it and build again"
              .formatted(archive, e.getMessage()));
    }
  }

  private interface Unpacking {
    void unpack(Path archive, Path into) throws IOException;
  }

  /** The jar holds one .txz with the binaries. */
  private static void unpackPostgres(Path jar, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(buffered(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".txz")) {
          untar(new XZInputStream(zip), into, 0);
          return;
        }
      }
    }
    throw new IOException("no .txz inside");
  }

  /** The archive holds one folder with the version in its name. */
  private static void unpackZeebe(Path archive, Path into) throws IOException {
    try (InputStream stream = new GZIPInputStream(buffered(archive), 1 << 16)) {
      untar(stream, into, 1);
    }
  }

  private static InputStream buffered(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private static void untar(InputStream stream, Path into, int leadingFolders) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path inside = Path.of(entry.getName()).normalize();
      if (inside.getNameCount() <= leadingFolders || inside.toString().isEmpty()) {
        continue;
      }
      Path file =
          into.resolve(inside.subpath(leadingFolders, inside.getNameCount()).toString())
              .normalize();
      if (!file.startsWith(into)) {
        throw new IOException("entry outside of the archive: " + entry.getName());
      }
      write(tar, entry, file);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      throw new IOException("hard link in the archive: " + entry.getName());
    } else {
      Files.copy(tar, file);
      boolean executable = (entry.getMode() & 0111) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
