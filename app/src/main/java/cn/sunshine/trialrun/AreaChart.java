package cn.sunshine.trialrun;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.Chart;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The changes by area as bars; a click on a bar leads one level down. */
final class AreaChart extends Div {

  private static final int LINE_PIXELS = 26;
  private static final int FRAME_PIXELS = 60;
  private static final Map<String, Object> QUIET = Map.of("color", "var(--ink-quiet)");

  private final transient Regions regions;
  private final Div trail = new Div();
  private final Chart chart = new Chart();
  private final Div nothing = new Div();
  private final transient Consumer<String> down;

  /**
   * @param down is told the area that was chosen
   */
  AreaChart(Regions regions, Consumer<String> down) {
    this.regions = regions;
    this.down = down;
    trail.addClassName("trial-trail");
    chart.addClassName("trial-chart");
    chart.addLinkListener(down::accept);
    add(trail, chart, nothing);
  }

  void show(String root, String within, Wanted wanted, Map<String, OutcomeCounts> areas) {
    showTrail(root, within);
    List<Map.Entry<String, OutcomeCounts>> changed =
        areas.entrySet().stream()
            .filter(area -> area.getValue().changed() > 0)
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, OutcomeCounts> area) -> area.getValue().changed())
                    .reversed())
            .toList();
    nothing.removeAll();
    chart.setVisible(!changed.isEmpty());
    if (changed.isEmpty()) {
      nothing.add(new EmptyState("没有变化", "这个地区没有一户的结论会改变。"));
      return;
    }
    chart.setHeight(FRAME_PIXELS + changed.size() * LINE_PIXELS + "px");
    chart.show(option(wanted, changed), summary(wanted, changed));
  }

  private String summary(Wanted wanted, List<Map.Entry<String, OutcomeCounts>> changed) {
    StringBuilder words = new StringBuilder("按地区的变化：");
    for (Map.Entry<String, OutcomeCounts> area : changed) {
      words.append(
          "%s %s %s 户、%s %s 户；"
              .formatted(
                  regions.name(area.getKey()),
                  wanted.label(ChangeKind.GAINED),
                  Wording.number(area.getValue().of(ChangeKind.GAINED)),
                  wanted.label(ChangeKind.LOST),
                  Wording.number(area.getValue().of(ChangeKind.LOST))));
    }
    return words.toString();
  }

  /** The way back up: 南通市 › 通州区. */
  private void showTrail(String root, String within) {
    trail.removeAll();
    for (Region above : regions.path(within)) {
      if (above.code().length() < root.length()) {
        continue;
      }
      if (trail.getComponentCount() > 0) {
        trail.add(new Span("›"));
      }
      if (above.code().equals(within)) {
        trail.add(new Span(above.name()));
      } else {
        Button up = new Button(above.name(), event -> down.accept(above.code()));
        up.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        trail.add(up);
      }
    }
  }

  private Map<String, Object> option(
      Wanted wanted, List<Map.Entry<String, OutcomeCounts>> changed) {
    Map<String, Object> option = new LinkedHashMap<>();
    option.put(
        "grid", Map.of("left", 4, "right", 16, "top", 34, "bottom", 4, "outerBoundsMode", "same"));
    option.put("legend", Map.of("top", 0, "right", 0, "itemHeight", 10, "textStyle", QUIET));
    option.put(
        "tooltip",
        Map.of(
            "trigger", "axis",
            "axisPointer", Map.of("type", "shadow"),
            "backgroundColor", "var(--sheet)",
            "borderColor", "var(--line)",
            "textStyle", Map.of("color", "var(--ink)")));
    option.put(
        "xAxis",
        Map.of(
            "type",
            "value",
            "minInterval",
            1,
            "axisLabel",
            QUIET,
            "splitLine",
            Map.of("lineStyle", Map.of("color", "var(--line)"))));
    option.put(
        "yAxis",
        Map.of(
            "type",
            "category",
            "inverse",
            true,
            "data",
            changed.stream().map(area -> regions.name(area.getKey())).toList(),
            "axisTick",
            Map.of("show", false),
            "axisLabel",
            Map.of("color", "var(--ink)", "width", 120, "overflow", "truncate")));
    option.put(
        "series",
        List.of(
            bars(wanted, changed, ChangeKind.GAINED, "var(--chart-good)"),
            bars(wanted, changed, ChangeKind.LOST, "var(--bad)"),
            bars(wanted, changed, ChangeKind.OTHER, "var(--chart-warning)")));
    return option;
  }

  private static Map<String, Object> bars(
      Wanted wanted,
      List<Map.Entry<String, OutcomeCounts>> changed,
      ChangeKind kind,
      String colour) {
    List<Object> values =
        changed.stream()
            .<Object>map(area -> value(area.getKey(), area.getValue().of(kind)))
            .toList();
    return Map.of(
        "type",
        "bar",
        "name",
        wanted.label(kind),
        "stack",
        "changes",
        "barMaxWidth",
        16,
        "unit",
        " 户",
        "data",
        values,
        "itemStyle",
        Map.of("color", colour));
  }

  /** Townships are as far as counts go. */
  private static Map<String, Object> value(String area, long households) {
    return area.length() >= RegionLevel.TOWNSHIP.codeLength()
        ? Map.of("value", households)
        : Map.of("value", households, "link", area);
  }
}
