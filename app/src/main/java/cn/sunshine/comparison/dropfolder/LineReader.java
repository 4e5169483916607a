package cn.sunshine.comparison.dropfolder;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8 text strictly and with bounded memory: a wrong byte or an endless line ends
 * the reading instead of being swallowed.
 */
final class LineReader implements Closeable {

  private static final int LONGEST_LINE = 4_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private int line;

  LineReader(InputStream bytes) {
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  /** A line cannot be read at all: too long. */
  static final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The number of the line read last, from 1. */
  int line() {
    return line;
  }

  /**
   * The next line without its end, or empty at the end of the text.
   *
   * @throws java.nio.charset.CharacterCodingException when the text is not UTF-8
   */
  Optional<String> next() throws IOException {
    StringBuilder text = new StringBuilder();
    int character = reader.read();
    if (character < 0) {
      return Optional.empty();
    }
    line++;
    while (character >= 0 && character != '\n') {
      boolean mark = line == 1 && text.isEmpty() && character == BYTE_ORDER_MARK;
      if (!mark) {
        text.append((char) character);
      }
      if (text.length() > LONGEST_LINE) {
        throw new LineTooLong();
      }
      character = reader.read();
    }
    boolean windows = !text.isEmpty() && text.charAt(text.length() - 1) == '\r';
    return Optional.of(windows ? text.substring(0, text.length() - 1) : text.toString());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
