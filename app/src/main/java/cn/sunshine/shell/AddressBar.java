package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The filters of a list in the address bar, so that a list can be kept, sent on and come back to.
 */
public final class AddressBar {

  /** An address is remembered by browsers and may be logged: no place for ID numbers. */
  private static final Pattern ID_NUMBER = Pattern.compile("\\d{14,17}[\\dXx]");

  private AddressBar() {}

  /** What the address says about a filter; empty when nothing. */
  public static Optional<String> value(Location location, String filter) {
    return location
        .getQueryParameters()
        .getSingleParameter(filter)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The constant that the address names by its English word, in letters of any size. */
  public static <E extends Enum<E>> Optional<E> word(
      Location location, String filter, E[] constants) {
    return value(location, filter)
        .flatMap(
            text ->
                Arrays.stream(constants)
                    .filter(one -> one.name().equalsIgnoreCase(text))
                    .findFirst());
  }

  /**
   * Writes the filters that are set behind the path, without a step in the browser's history. An ID
   * number that is searched for is left out.
   */
  public static void show(Component screen, String path, Map<String, String> filters) {
    Map<String, String> set = new LinkedHashMap<>();
    filters.forEach(
        (name, text) -> {
          if (!text.isBlank() && !ID_NUMBER.matcher(text.strip()).matches()) {
            set.put(name, text.strip());
          }
        });
    screen
        .getUI()
        .ifPresent(
            ui ->
                ui.getPage()
                    .getHistory()
                    .replaceState(null, new Location(path, QueryParameters.simple(set))));
  }
}
