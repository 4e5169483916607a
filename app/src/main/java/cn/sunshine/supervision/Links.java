package cn.sunshine.supervision;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.WorkloadQuery.Show;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The addresses behind the figures: what is counted stands in the address of its list. */
record Links(String region, Optional<String> process) {

  static final String BOARD = "supervision";
  static final String TASKS = "supervision/tasks";
  static final String WALL = "supervision/wall";

  /** The figures of an area, with the same chain. */
  String area(String code) {
    return BOARD + query(values(code));
  }

  /** The figures of one chain. */
  String chain(String id) {
    return BOARD + query(Map.of("region", region, "process", id));
  }

  String wall() {
    return WALL + query(values(region));
  }

  String tasks(Show show) {
    return tasks(show, values(region));
  }

  String tasksIn(String area, Show show) {
    return tasks(show, values(area));
  }

  String tasksOf(String chain, Show show) {
    Map<String, String> values = values(region);
    values.put("process", chain);
    return tasks(show, values);
  }

  String tasksAt(Figures.Step step, Show show) {
    Map<String, String> values = values(region);
    values.put("process", step.process());
    values.put("step", step.id());
    return tasks(show, values);
  }

  /** The tasks of a step in whichever chain it is. */
  String tasksAt(String step) {
    Map<String, String> values = values(region);
    values.put("step", step);
    return tasks(Show.OPEN, values);
  }

  String tasksFor(Role office, Show show) {
    Map<String, String> values = values(region);
    values.put("office", office.code());
    return tasks(show, values);
  }

  /** Goes to an address that was made here. */
  static void open(String address) {
    Location location = new Location(address);
    UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
  }

  private static String tasks(Show show, Map<String, String> values) {
    values.put("show", show.name().toLowerCase(Locale.ROOT));
    return TASKS + query(values);
  }

  private Map<String, String> values(String area) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("region", area);
    process.ifPresent(id -> values.put("process", id));
    return values;
  }

  private static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", "?", ""));
  }
}
