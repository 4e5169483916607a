package cn.sunshine.supervision;

import cn.sunshine.inbox.Punctuality;
import cn.sunshine.inbox.Punctuality.Decided;
import cn.sunshine.inbox.WorkloadQuery.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The options of the charts, as ECharts takes them. */
final class BoardCharts {

  private static final Map<String, Object> QUIET = Map.of("color", "var(--ink-quiet)");
  private static final Map<String, Object> SPLIT =
      Map.of("lineStyle", Map.of("color", "var(--line)"));

  private BoardCharts() {}

  /** The share in time week by week as a line, what was decided as bars behind it. */
  static Map<String, Object> onTime(Punctuality punctuality, OnTime goal, LocalDate firstMonday) {
    Map<LocalDate, Decided> byWeek =
        punctuality.weeks().stream()
            .collect(Collectors.toMap(Punctuality.Week::monday, Punctuality.Week::decided));
    List<String> weeks = new ArrayList<>();
    List<Object> shares = new ArrayList<>();
    List<Object> decided = new ArrayList<>();
    for (int week = 0; week < Supervision.WEEKS; week++) {
      LocalDate monday = firstMonday.plusWeeks(week);
      Decided then = byWeek.getOrDefault(monday, Decided.NOTHING);
      weeks.add(monday.getMonthValue() + "-" + monday.getDayOfMonth());
      shares.add(then.all() == 0 ? null : Math.round(1000 * then.share()) / 10.0);
      decided.add(then.all());
    }
    Map<String, Object> line =
        series("line", "按时办结率", shares, "var(--link)", Map.of("unit", "%", "yAxisIndex", 0));
    line.put("connectNulls", true);
    line.put("symbolSize", 7);
    line.put("lineStyle", Map.of("width", 2.5));
    line.put(
        "markLine",
        Map.of(
            "silent", true,
            "symbol", "none",
            "data", List.of(Map.of("yAxis", 100 * goal.target())),
            "lineStyle", Map.of("color", "var(--good)", "type", "dashed"),
            "label",
                Map.of(
                    "formatter", "目标 " + Math.round(100 * goal.target()) + "%",
                    "position", "insideStartBottom",
                    "color", "var(--good)")));
    Map<String, Object> bars =
        series("bar", "办结", decided, "var(--stopped-ground)", Map.of("unit", " 件"));
    bars.put("yAxisIndex", 1);
    bars.put("barMaxWidth", 22);
    return option(
        Map.of(
            "type",
            "category",
            "data",
            weeks,
            "axisLabel",
            QUIET,
            "axisTick",
            Map.of("show", false)),
        List.of(
            Map.of(
                "type",
                "value",
                "max",
                100,
                "min",
                0,
                "axisLabel",
                Map.of("formatter", "{value}%", "color", "var(--ink-quiet)"),
                "splitLine",
                SPLIT),
            Map.of(
                "type",
                "value",
                "minInterval",
                1,
                "axisLabel",
                QUIET,
                "splitLine",
                Map.of("show", false))),
        List.of(bars, line));
  }

  /** How the open tasks of each area stand, as stacked bars that lead to their lists. */
  static Map<String, Object> areas(
      List<Map.Entry<String, Counts>> areas, Function<String, String> name, Links links) {
    List<String> names = areas.stream().map(area -> name.apply(area.getKey())).toList();
    return option(
        Map.of("type", "value", "minInterval", 1, "axisLabel", QUIET, "splitLine", SPLIT),
        List.of(
            Map.of(
                "type",
                "category",
                "data",
                names,
                "inverse",
                true,
                "axisTick",
                Map.of("show", false),
                "axisLabel",
                Map.of("color", "var(--ink)", "width", 110, "overflow", "truncate"))),
        List.of(
            stacked("逾期", areas, Counts::overdue, Show.OVERDUE, "var(--bad)", links),
            stacked("即将到期", areas, Counts::dueSoon, Show.DUE_SOON, "var(--chart-warning)", links),
            stacked("正常", areas, Counts::onTrack, Show.ON_TRACK, "var(--chart-good)", links)));
  }

  private static Map<String, Object> stacked(
      String title,
      List<Map.Entry<String, Counts>> areas,
      Function<Counts, Long> count,
      Show show,
      String colour,
      Links links) {
    List<Object> values =
        areas.stream()
            .<Object>map(
                area ->
                    Map.of(
                        "value", count.apply(area.getValue()),
                        "link", links.tasksIn(area.getKey(), show)))
            .toList();
    Map<String, Object> series = series("bar", title, values, colour, Map.of("unit", " 件"));
    series.put("stack", "open");
    series.put("barMaxWidth", 18);
    return series;
  }

  private static Map<String, Object> series(
      String type, String name, List<Object> data, String colour, Map<String, Object> more) {
    Map<String, Object> series = new LinkedHashMap<>(more);
    series.put("type", type);
    series.put("name", name);
    series.put("data", data);
    series.put("itemStyle", Map.of("color", colour));
    return series;
  }

  private static Map<String, Object> option(Object x, Object y, List<?> series) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put(
        "grid", Map.of("left", 4, "right", 8, "top", 34, "bottom", 4, "outerBoundsMode", "same"));
    option.put(
        "legend",
        Map.of("top", 0, "right", 0, "itemHeight", 10, "itemWidth", 16, "textStyle", QUIET));
    option.put(
        "tooltip",
        Map.of(
            "trigger", "axis",
            "axisPointer", Map.of("type", "shadow"),
            "backgroundColor", "var(--sheet)",
            "borderColor", "var(--line)",
            "textStyle", Map.of("color", "var(--ink)")));
    option.put("xAxis", x);
    option.put("yAxis", y);
    option.put("series", series);
    return option;
  }
}
