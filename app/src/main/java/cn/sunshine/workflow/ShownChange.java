package cn.sunshine.workflow;

import cn.sunshine.shell.AddressBar;
import com.vaadin.flow.router.Location;
import java.util.Optional;

/** The change whose proposal a page shows instead of what is in force: {@code ?change=12}. */
final class ShownChange {

  private ShownChange() {}

  static Optional<Long> of(Location location) {
    return AddressBar.value(location, "change")
        .filter(number -> number.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }
}
