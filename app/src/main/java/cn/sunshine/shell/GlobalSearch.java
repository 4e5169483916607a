package cn.sunshine.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.menu.MenuConfiguration;
import java.util.ArrayList;
import java.util.List;

/** Finds a person, a case or a page from anywhere. The key {@code /} puts the cursor into it. */
@JsModule("./components/keys.ts")
final class GlobalSearch extends ComboBox<SearchHit> {

  private static final int LIMIT = 8;

  private final transient List<SearchSource> sources;

  GlobalSearch(List<SearchSource> sources) {
    this.sources = sources;
    addClassName("global-search");
    setPlaceholder("搜索姓名、身份证号、案件号、页面");
    setAriaLabel("搜索姓名、身份证号、案件号、页面，按斜杠键进入");
    setPrefixComponent(VaadinIcon.SEARCH.create());
    setItemLabelGenerator(SearchHit::title);
    setRenderer(new ComponentRenderer<>(GlobalSearch::line));
    setItems(
        query -> {
          List<SearchHit> hits = find(query.getFilter().orElse("").strip());
          return hits.stream().skip(query.getOffset()).limit(query.getLimit());
        });
    addValueChangeListener(
        event -> {
          SearchHit hit = event.getValue();
          if (hit != null) {
            clear();
            getUI().ifPresent(ui -> ui.navigate(hit.path()));
          }
        });
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    getElement().executeJs("window.Sunshine.focusOn(this, '/')");
  }

  private List<SearchHit> find(String words) {
    List<SearchHit> hits = new ArrayList<>();
    if (!words.isEmpty()) {
      sources.forEach(source -> hits.addAll(source.find(words, LIMIT)));
    }
    MenuConfiguration.getMenuEntries().stream()
        .filter(entry -> entry.title().contains(words))
        .map(entry -> new SearchHit("页面", entry.title(), "", entry.path()))
        .forEach(hits::add);
    return hits;
  }

  private static Div line(SearchHit hit) {
    Span kind = new Span(hit.kind());
    kind.addClassName("search-kind");
    Span title = new Span(hit.title());
    Span detail = new Span(hit.detail());
    detail.addClassName("quiet");
    Div line = new Div(kind, title, detail);
    line.addClassName("search-hit");
    return line;
  }
}
