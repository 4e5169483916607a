package cn.sunshine.forms;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the pattern that a form demands of a text. It is tried in the browser of whoever fills the
 * form in, and here; so it is of the syntax that JavaScript and Java share, and of a kind that
 * comes to an end soon: nothing repeated within what is repeated, and few things repeated at will.
 */
final class TextPattern {

  private static final int LONGEST = 200;

  /** Each multiplies the ways to try with the length of the text. */
  private static final int MOST_WIDE = 2;

  private static final int WIDE = 20;

  private static final String ESCAPED = "\\\\(?:[dwsDWSbtnr]|u[0-9a-fA-F]{4}|[^\\p{Alnum}])";
  private static final Pattern PIECE =
      Pattern.compile(
          ("(?<class>\\[\\^?(?:ESCAPED|[^\\[\\]\\\\&]|&(?!&))++\\])"
                  + "|(?<open>\\((?:\\?:)?(?!\\?))|(?<close>\\))|(?<or>\\|)"
                  + "|(?<times>(?:[*+?]|\\{(?<least>\\d{1,4})(?<upTo>,(?<most>\\d{0,4}))?\\})"
                  + "\\??(?![*+?{]))"
                  + "|(?<sign>ESCAPED|\\\\B|[^\\\\\\[\\](){}*+?|])")
              .replace("ESCAPED", ESCAPED));

  /** What a group or the whole pattern has in it. */
  private static final class Scope {
    private boolean varies;
  }

  private final Deque<Scope> scopes = new ArrayDeque<>();
  private Scope last = new Scope();
  private int wide;

  private TextPattern() {}

  /** The pattern; empty when it is not such a one. */
  static Optional<Pattern> of(String text) {
    if (text.length() > LONGEST || !new TextPattern().reads(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException notOne) {
      return Optional.empty();
    }
  }

  private boolean reads(String text) {
    scopes.push(new Scope());
    Matcher piece = PIECE.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!piece.find(at) || piece.start() != at || !take(piece)) {
        return false;
      }
      at = piece.end();
    }
    return scopes.size() == 1 && wide <= MOST_WIDE;
  }

  private boolean take(Matcher piece) {
    if (piece.group("open") != null) {
      scopes.push(new Scope());
    } else if (piece.group("close") != null) {
      last = scopes.pop();
      return !scopes.isEmpty() && pass(last.varies);
    } else if (piece.group("or") != null) {
      scopes.element().varies = true;
    } else if (piece.group("times") != null) {
      return repeats(piece);
    } else {
      last = new Scope();
    }
    return true;
  }

  /** What varies in a group varies in the group around it. */
  private boolean pass(boolean varies) {
    scopes.element().varies |= varies;
    return true;
  }

  private boolean repeats(Matcher piece) {
    char kind = piece.group("times").charAt(0);
    boolean optional = kind == '?';
    boolean fixed = kind == '{' && piece.group("upTo") == null;
    int most = fixed ? Integer.parseInt(piece.group("least")) : most(piece, kind);
    if (last.varies && !optional && most > 1) {
      return false;
    }
    wide += !fixed && most > WIDE ? 1 : 0;
    scopes.element().varies |= !fixed;
    return true;
  }

  private static int most(Matcher piece, char kind) {
    return switch (kind) {
      case '?' -> 1;
      case '{' ->
          piece.group("most").isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(piece.group("most"));
      default -> Integer.MAX_VALUE;
    };
  }
}
