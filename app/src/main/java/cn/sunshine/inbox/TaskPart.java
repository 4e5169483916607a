package cn.sunshine.inbox;

import com.vaadin.flow.component.Component;

/**
 * A part of the task's screen that another capability fills.
 *
 * @param title the heading of the facts, or the name of the tab
 */
public record TaskPart(Place place, String title, Component content) {

  /** Where a part is shown. */
  public enum Place {
    /** Above the form: what one decides on. */
    FACTS,
    /** In tabs beside it: what one may look up. */
    ASIDE
  }
}
