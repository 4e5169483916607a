package cn.sunshine.household;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.Command;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A button that opens the list of columns to tick. */
final class ColumnChoice extends Div {

  private final CheckboxGroup<RegisterColumn> ticks = new CheckboxGroup<>();
  private final transient Consumer<Set<RegisterColumn>> show;

  /**
   * @param show receives what is to be shown
   * @param changed called after somebody has ticked by hand
   */
  ColumnChoice(Consumer<Set<RegisterColumn>> show, Command changed) {
    this.show = show;
    Button button = new Button("显示的列", VaadinIcon.GRID_SMALL.create());
    ticks.setItems(RegisterColumn.values());
    ticks.setItemLabelGenerator(RegisterColumn::title);
    ticks.setItemEnabledProvider(column -> column != RegisterColumn.NUMBER);
    ticks.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    ticks.setAriaLabel("显示的列");
    ticks.addClassName("column-choice");
    ticks.addValueChangeListener(
        event -> {
          show.accept(chosen());
          if (event.isFromClient()) {
            changed.execute();
          }
        });
    Popover popover = new Popover(ticks);
    popover.setTarget(button);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAriaLabel("选择显示的列");
    add(button, popover);
  }

  void choose(Set<RegisterColumn> columns) {
    ticks.setValue(columns);
    show.accept(chosen());
  }

  /** The ticked columns; the number, which leads to the household, is always among them. */
  Set<RegisterColumn> chosen() {
    Set<RegisterColumn> chosen = EnumSet.of(RegisterColumn.NUMBER);
    chosen.addAll(ticks.getValue());
    return chosen;
  }
}
