package cn.sunshine.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The sandbox as a process: reads a {@link SandboxOrder} as one line of JSON and writes one line
 * for each {@link SandboxWay} as {@code {"way": …}}, and last {@code {"done": true}} or {@code
 * {"refused": "…"}}. It ends with its input: when the application is gone, so is the sandbox,
 * whatever the draft is doing.
 */
public final class Sandbox {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Sandbox() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What a library prints must not get between the lines.
    System.setOut(System.err);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    SandboxOrder order = JSON.readValue(in.readLine(), SandboxOrder.class);
    Thread.ofPlatform().daemon().name("parent").start(() -> endWith(in));
    try {
      new SandboxTrial(order).run(way -> tell(out, Map.of("way", way)));
      tell(out, Map.of("done", true));
    } catch (SandboxTrial.Untriable refused) {
      tell(out, Map.of("refused", refused.getMessage()));
    } finally {
      // The engine's threads would keep a process alive that has failed.
      Runtime.getRuntime().halt(0);
    }
  }

  private static void tell(PrintStream out, Map<String, ?> line) {
    try {
      out.println(JSON.writeValueAsString(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endWith(BufferedReader in) {
    try {
      while (in.readLine() != null) {
        // Nothing more is said to a sandbox.
      }
    } catch (IOException gone) {
      // As good as the end.
    }
    Runtime.getRuntime().halt(1);
  }
}
