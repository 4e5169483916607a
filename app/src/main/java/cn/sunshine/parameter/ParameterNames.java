package cn.sunshine.parameter;

import cn.sunshine.rules.AssetItem;
import java.util.Comparator;
import java.util.Map;

/** Chinese names of parameters; the pack's own note says the rest. */
final class ParameterNames {

  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("income.line.per-person", "人均收入标准"),
          Map.entry("comparison.items", "信息比对类别"),
          Map.entry("notice.days.village", "村级公示天数"),
          Map.entry("notice.days.township", "镇级公示天数"),
          Map.entry("due-soon.share", "临近期限的比例"),
          Map.entry("supervision.on-time-target", "按时办结率目标"),
          Map.entry("supervision.on-time-floor", "按时办结率下限"),
          Map.entry("exit.line.per-person", "退出收入标准"),
          Map.entry("exit.line.wording", "退出标准的措辞"),
          Map.entry("exit.benefits-kept-years", "退出后保留政策的年数"),
          Map.entry("review.start", "年度复核开始日"));

  private static final Map<String, String> PREFIXES =
      Map.of(
          "term.", "办理时限：",
          "complaint.words.", "诉求分类用词：",
          "notice.days.", "公示天数：",
          "project.", "项目：",
          "complaint.", "诉求：");

  private ParameterNames() {}

  /**
   * The name as a list says it.
   *
   * @param note of the pack: the first clause of a term's or a project's says what it is
   */
  static String title(String name, String note) {
    if (WHOLE.containsKey(name)) {
      return WHOLE.get(name);
    }
    return PREFIXES.keySet().stream()
        .filter(name::startsWith)
        .max(Comparator.comparingInt(String::length))
        .map(prefix -> PREFIXES.get(prefix) + rest(name.substring(prefix.length()), note))
        .orElseGet(() -> rest(name, note));
  }

  private static String rest(String name, String note) {
    return AssetItem.of(name)
        .map(AssetItem::label)
        .orElseGet(
            () -> {
              String clause = note.split("[；，。：]", 2)[0].strip();
              return clause.isEmpty() || clause.startsWith("文件") || clause.startsWith("诉求的")
                  ? name
                  : clause;
            });
  }
}
