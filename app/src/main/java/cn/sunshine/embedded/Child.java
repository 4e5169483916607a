package cn.sunshine.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that a {@link Supervisor} keeps running. */
interface Child {

  Part part();

  /** Makes a start possible: clears what an earlier run left behind, creates what is missing. */
  void prepare();

  /** The program with its arguments and wrappers. */
  List<String> command();

  /** The whole environment; nothing of the launcher's is handed on. */
  Map<String, String> environment();

  Path workingDirectory();

  /** Where the program writes its logs; its standard output goes there too. */
  Path logFolder();

  /** Whether the program answers now. */
  boolean answers();

  /** What has to be done after each start before anybody else is told that the program is ready. */
  void whenAnswering();

  /** What asks the program to stop in good order. */
  Signals stopSignal();
}
