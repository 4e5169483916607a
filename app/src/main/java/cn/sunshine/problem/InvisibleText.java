package cn.sunshine.problem;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Control characters, halves of characters, and marks that turn the direction of writing: no person
 * types them, they make a text read otherwise than it is, and PostgreSQL cannot store U+0000.
 */
public final class InvisibleText {

  /** What to say about it. */
  public static final String SENTENCE = "填写的内容里有看不见的控制字符，请删去后重新填写。";

  /** Line breaks and tabs are typed; what is only not seen, such as U+200B, comes with pasting. */
  private static final Pattern SIGNS =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");

  /** SQLSTATE: a sign that is none in the database's encoding, as text and within JSON. */
  private static final Set<String> NOT_STORED = Set.of("22021", "22P05");

  private InvisibleText() {}

  /** Whether a text has any of it. */
  public static boolean isIn(String text) {
    return SIGNS.matcher(text).find();
  }

  /** Whether the database refused to store a text because of it. */
  public static boolean isBehind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && NOT_STORED.contains(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
