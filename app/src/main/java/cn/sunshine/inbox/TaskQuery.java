package cn.sunshine.inbox;

import cn.sunshine.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;

/**
 * A list of tasks that somebody asks for.
 *
 * @param process only tasks of cases of this process; empty for all
 * @param text what to search for in subject, names, ID numbers and case number; empty for all
 */
public record TaskQuery(
    View view, Optional<String> process, Optional<String> text, int page, int size, Sort sort) {

  public static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 1_000_000;

  /** Whose tasks. */
  public enum View {
    /** Open and assigned to me. */
    MINE,
    /** Open and my office's: to be taken by anyone of us, or taken by me. */
    GROUP,
    /** Decided by me. */
    DONE,
    /** Open, mine or my office's, and past the due moment. */
    OVERDUE;

    public static View of(String text) {
      return Arrays.stream(values())
          .filter(view -> view.name().equalsIgnoreCase(text))
          .findFirst()
          .orElseThrow(() -> new Refusal.Invalid("view 只能是 mine、group、done 或 overdue。"));
    }
  }

  /** In which order. */
  public enum Sort {
    DUE("due asc, id"),
    NEWEST("created_at desc, id"),
    SUBJECT("subject asc, id"),
    ENDED("ended_at desc nulls last, id");

    final String sql;

    Sort(String sql) {
      this.sql = sql;
    }

    public static Sort of(String text) {
      return switch (text) {
        case "due" -> DUE;
        case "newest", "created", "-created" -> NEWEST;
        case "subject" -> SUBJECT;
        case "ended", "-ended" -> ENDED;
        default -> throw new Refusal.Invalid("sort 只能是 due、newest、subject 或 ended。");
      };
    }
  }

  public TaskQuery {
    if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    // PostgreSQL knows no NUL character; nothing that is stored contains one.
    text = text.map(words -> words.replace("\0", "").strip()).filter(words -> !words.isEmpty());
  }
}
