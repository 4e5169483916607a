package cn.sunshine.casework;

import cn.sunshine.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;

/**
 * A list of cases that somebody asks for.
 *
 * @param region the subtree to look in; empty for all that the person may see
 * @param text names, ID number or case number
 */
public record CaseQuery(
    Optional<String> region,
    Optional<CaseFile.Status> status,
    Optional<String> text,
    int page,
    int size) {

  public static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 1_000_000;

  public CaseQuery {
    if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
      throw new Refusal.Invalid("page 从 0 开始，size 在 1 到 " + LARGEST_PAGE + " 之间。");
    }
    // PostgreSQL knows no NUL character; nothing that is stored contains one.
    text = text.map(words -> words.replace("\0", "").strip()).filter(words -> !words.isEmpty());
  }

  static CaseFile.Status statusOf(String text) {
    return Arrays.stream(CaseFile.Status.values())
        .filter(status -> status.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new Refusal.Invalid("status 只能是 RUNNING、COMPLETED、REJECTED 或 WITHDRAWN。"));
  }
}
