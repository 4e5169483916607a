package cn.sunshine.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first broker of a test run keeps its classes as an archive, as the rehearsal after a build
 * does: every later one starts with half the work. A crash test starts six.
 */
public final class FirstBroker {

  private FirstBroker() {}

  /** Starts the services of a test JVM; makes the archive of the broker where there is none. */
  public static void startedBy(EmbeddedServices services, Path runtime) {
    Path archive = Rehearsal.brokerArchive(new RuntimeArchives(runtime.toAbsolutePath()).zeebe());
    if (Files.exists(archive)) {
      services.start();
      return;
    }
    System.setProperty(Rehearsal.PROPERTY, "");
    try {
      services.start();
    } finally {
      System.clearProperty(Rehearsal.PROPERTY);
    }
    services.pid(Part.BROKER).ifPresent(pid -> Rehearsal.dump(pid, archive));
  }
}
