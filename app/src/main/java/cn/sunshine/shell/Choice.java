package cn.sunshine.shell;

import com.vaadin.flow.component.select.Select;
import java.util.function.Function;

/** A filter that takes one of a few values, or 全部: all of them. */
public final class Choice {

  private static final String ALL = "全部";

  private Choice() {}

  /**
   * The filter with nothing chosen.
   *
   * @param chinese how a value is called
   */
  public static <T> Select<T> of(String label, T[] values, Function<T, String> chinese) {
    Select<T> select = new Select<>();
    select.setLabel(label);
    select.setItems(values);
    select.setItemLabelGenerator(one -> one == null ? ALL : chinese.apply(one));
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(ALL);
    return select;
  }
}
