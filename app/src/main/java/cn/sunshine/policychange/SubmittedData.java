package cn.sunshine.policychange;

import cn.sunshine.policy.RunningCases;
import cn.sunshine.problem.InvisibleText;
import cn.sunshine.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as the data of its case: {@code {change, title, reason, document, effectiveOn,
 * runningCases}}.
 */
final class SubmittedData {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 2_000;
  private static final int LATEST_YEARS = 10;

  private SubmittedData() {}

  static Map<String, Object> write(long change, Submission submission) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", change);
    data.put("title", submission.title());
    data.put("reason", submission.reason());
    data.put("document", submission.document());
    submission.effectiveOn().ifPresent(day -> data.put("effectiveOn", day.toString()));
    data.put("runningCases", submission.runningCases().name());
    return data;
  }

  /**
   * @param today the first day on which it can take effect
   * @throws Refusal.Invalid naming each field that is wrong
   */
  static Submission read(Map<String, Object> data, LocalDate today) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    String title = text(data, "title", "标题", LONGEST_LINE, faults);
    String reason = text(data, "reason", "理由", LONGEST_TEXT, faults);
    String document = text(data, "document", "依据文件", LONGEST_LINE, faults);
    Optional<LocalDate> day = day(data, today, faults);
    RunningCases running = running(data, faults);
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(faults.getFirst().message(), faults);
    }
    return new Submission(title, reason, document, day, running);
  }

  private static String text(
      Map<String, Object> data,
      String key,
      String label,
      int longest,
      List<Refusal.FieldFault> faults) {
    String text = data.get(key) instanceof String given ? given.strip() : "";
    if (text.isEmpty() || text.length() > longest) {
      faults.add(new Refusal.FieldFault(key, "请写明%s（不超过 %d 字）。".formatted(label, longest)));
    } else if (InvisibleText.isIn(text)) {
      faults.add(new Refusal.FieldFault(key, label + "：" + InvisibleText.SENTENCE));
    }
    return text;
  }

  private static Optional<LocalDate> day(
      Map<String, Object> data, LocalDate today, List<Refusal.FieldFault> faults) {
    Object given = data.get("effectiveOn");
    if (given == null || given.toString().isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(given.toString().strip());
      if (day.isBefore(today)) {
        faults.add(new Refusal.FieldFault("effectiveOn", "生效日不能早于今天（" + today + "）。"));
      } else if (day.isAfter(today.plusYears(LATEST_YEARS))) {
        faults.add(
            new Refusal.FieldFault(
                "effectiveOn", "生效日不能晚于 " + today.plusYears(LATEST_YEARS) + "。"));
      }
      return Optional.of(day);
    } catch (DateTimeParseException e) {
      faults.add(new Refusal.FieldFault("effectiveOn", "生效日应写成 2026-12-01 的样子。"));
      return Optional.empty();
    }
  }

  private static RunningCases running(Map<String, Object> data, List<Refusal.FieldFault> faults) {
    Object given = data.get("runningCases");
    if (given == null) {
      return RunningCases.KEEP;
    }
    for (RunningCases one : RunningCases.values()) {
      if (one.name().equals(given)) {
        return one;
      }
    }
    faults.add(new Refusal.FieldFault("runningCases", "只能是 KEEP（不变）或 MOVE（改用）。"));
    return RunningCases.KEEP;
  }
}
