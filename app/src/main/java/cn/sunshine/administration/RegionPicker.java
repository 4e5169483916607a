package cn.sunshine.administration;

import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds a region among tens of thousands by words of its name, those of the regions above included,
 * or by the beginning of its code: “通州 草庙”, “320612101”.
 */
class RegionPicker extends ComboBox<Region> {

  private final transient Regions regions;
  private transient Predicate<Region> offered;

  RegionPicker(Regions regions, Predicate<Region> offered) {
    this.regions = regions;
    this.offered = offered;
    setItemLabelGenerator(region -> regions.fullName(region.code()) + "（" + region.code() + "）");
    setItems(this::page);
  }

  /** Offers other regions from now on. */
  void offer(Predicate<Region> other) {
    offered = other;
    clear();
    setItems(this::page);
  }

  private Stream<Region> page(Query<Region, String> query) {
    String[] words = query.getFilter().orElse("").strip().split("[\\s　]+");
    return regions.subtree("").stream()
        .filter(offered)
        .filter(region -> matches(region, words))
        .skip(query.getOffset())
        .limit(query.getLimit());
  }

  private boolean matches(Region region, String[] words) {
    String name = regions.fullName(region.code());
    return Arrays.stream(words)
        .allMatch(word -> name.contains(word) || region.code().startsWith(word));
  }
}
