package cn.sunshine.shell;

import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A public list of cards by region, some at a time; the region keeps in the address bar. */
public abstract class PublicListPage extends Div implements BeforeEnterObserver {

  private static final int PAGE_SIZE = 20;

  private final String path;
  private final transient Regions regions;
  private final RegionField region;
  private final Paragraph count = new Paragraph();
  private final UnorderedList list = new UnorderedList();
  private final Div below = new Div();
  private int pages;

  /**
   * The words of a list.
   *
   * @param english one sentence for who reads no Chinese
   * @param intro what is listed, and what anybody may do about it
   * @param regionLabel above the field that chooses the region
   */
  public record Words(String title, String english, String intro, String regionLabel) {}

  /** One page of the list, and how many there are in all. */
  public record Cards(List<? extends Component> items, long total) {}

  /**
   * An empty page; it fills when it is entered.
   *
   * @param roots the regions to choose from, with all that lies in them
   */
  protected PublicListPage(String path, Words words, Regions regions, List<String> roots) {
    this.path = path;
    this.regions = regions;
    Paragraph english = new Paragraph(words.english());
    english.getElement().setAttribute("lang", "en");
    english.addClassName("public-english");
    region = new RegionField(words.regionLabel(), regions, roots);
    region.setPlaceholder("输入县、镇或村的名称");
    region.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            AddressBar.show(this, path, Map.of("region", code()));
            show();
          }
        });
    count.getElement().setAttribute("role", "status");
    list.addClassName("notice-list");
    add(new H1(words.title()), english, new Paragraph(words.intro()), region, count, list, below);
  }

  /** The cards of a region's page; the region's code is empty for all. */
  protected abstract Cards cards(String region, int page, int size);

  /** How many there are, in words: “3 份公示”. */
  protected abstract String counted(long total);

  protected abstract EmptyState nothing();

  /** Another list that may help, below the cards of the chosen region. */
  protected Optional<Component> alsoFor(Region chosen) {
    return Optional.empty();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    AddressBar.value(event.getLocation(), "region").ifPresentOrElse(region::choose, region::clear);
    show();
  }

  private String code() {
    return region.getOptionalValue().map(Region::code).orElse("");
  }

  private void show() {
    pages = 0;
    list.removeAll();
    more();
  }

  private void more() {
    Cards found = cards(code(), pages, PAGE_SIZE);
    pages++;
    found.items().forEach(card -> list.add(new ListItem(card)));
    String where =
        region.getOptionalValue().map(one -> regions.fullName(one.code())).orElse("全部地区");
    count.setText(where + "：" + counted(found.total()));
    below.removeAll();
    if (found.total() == 0) {
      below.add(nothing());
    } else if ((long) pages * PAGE_SIZE < found.total()) {
      below.add(new Button("再看 " + PAGE_SIZE + " 份", event -> more()));
    }
    region.getOptionalValue().flatMap(this::alsoFor).ifPresent(below::add);
  }
}
