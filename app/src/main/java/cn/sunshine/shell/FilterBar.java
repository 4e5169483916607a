package cn.sunshine.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;

/** The line above a list: a search field, filters, and a way back to the whole list. */
public class FilterBar extends Div {

  private final Button reset = new Button("清除条件");

  public FilterBar(Component... filters) {
    addClassName("filter-bar");
    getElement().setAttribute("role", "search");
    reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    reset.setVisible(false);
    add(filters);
    add(reset);
  }

  /** What the button “清除条件” does. */
  public FilterBar onReset(Command command) {
    reset.addClickListener(event -> command.execute());
    return this;
  }

  /** Shows the way back to the whole list while something is filtered. */
  public void showReset(boolean filtered) {
    reset.setVisible(filtered);
  }

  /** A field that searches shortly after the last letter was typed. */
  public static TextField searchField(String placeholder) {
    TextField field = new TextField("搜索");
    field.setPlaceholder(placeholder);
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(350);
    field.setMaxLength(100);
    field.addClassName("search-field");
    return field;
  }
}
