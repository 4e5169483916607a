package cn.sunshine.shell;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses a region within some subtrees, by typing part of its name, several names from the county
 * down, or the beginning of its code. Before anything is typed it offers the roots and what lies
 * directly below them.
 */
public class RegionField extends ComboBox<Region> {

  private final transient Regions regions;
  private final List<String> roots;
  private Set<RegionLevel> levels = Set.of(RegionLevel.values());

  /**
   * @param roots the codes of the regions whose subtrees are offered
   */
  public RegionField(String label, Regions regions, Collection<String> roots) {
    super(label);
    this.regions = regions;
    this.roots = List.copyOf(roots);
    addClassName("region-field");
    setPlaceholder("输入地区名称");
    setItemLabelGenerator(region -> regions.fullName(region.code()));
    setClearButtonVisible(true);
    setItems(
        query ->
            matching(query.getFilter().orElse("").strip())
                .skip(query.getOffset())
                .limit(query.getLimit()));
  }

  /** Offers only regions of these levels. */
  public RegionField ofLevels(RegionLevel... wanted) {
    levels = Set.of(wanted);
    return this;
  }

  /** Chooses the region of a code, or none when it is not among those that are offered. */
  public void choose(String code) {
    regions
        .find(code)
        .filter(region -> roots.stream().anyMatch(code::startsWith))
        .ifPresentOrElse(this::setValue, this::clear);
  }

  private Stream<Region> matching(String words) {
    if (words.isEmpty()) {
      Stream<Region> first =
          levels.size() == 1
              ? roots.stream().flatMap(root -> regions.subtree(root).stream())
              : roots.stream()
                  .flatMap(
                      root ->
                          Stream.concat(
                              regions.find(root).stream(), regions.children(root).stream()));
      return first.filter(region -> levels.contains(region.level())).distinct();
    }
    String[] parts = words.split("\\s+");
    String own = parts[parts.length - 1];
    return roots.stream()
        .flatMap(root -> regions.subtree(root).stream())
        .filter(region -> levels.contains(region.level()))
        .filter(region -> region.name().contains(own) || region.code().startsWith(words))
        .filter(region -> parts.length == 1 || isNamedBy(region, parts))
        .distinct();
  }

  private boolean isNamedBy(Region region, String[] parts) {
    String name = regions.fullName(region.code());
    return Stream.of(parts).allMatch(name::contains);
  }
}
