package cn.sunshine.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes a file name that no system and no reader is led astray by. */
final class FileName {

  private static final int LONGEST = 80;

  /** Control and invisible characters, among them those that turn the direction of writing. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]");

  private static final Pattern RESERVED = Pattern.compile("[\"*:<>?|%;]");
  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
  private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");

  private FileName() {}

  /** The name without folders and dangerous characters, with the ending of the true kind. */
  static String clean(String given, FileKind kind) {
    String name = Normalizer.normalize(given, Normalizer.Form.NFC);
    name = INVISIBLE.matcher(name).replaceAll("");
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = RESERVED.matcher(name).replaceAll("_");
    name = ENDING.matcher(EDGES.matcher(name).replaceAll("")).replaceFirst("");
    name = EDGES.matcher(shortened(name)).replaceAll("");
    return (name.isEmpty() ? "附件" : name) + kind.ending();
  }

  private static String shortened(String name) {
    int end =
        name.codePointCount(0, name.length()) <= LONGEST
            ? name.length()
            : name.offsetByCodePoints(0, LONGEST);
    return name.substring(0, end);
  }
}
