package cn.sunshine.household;

import cn.sunshine.account.Actor;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * Something that can be done about a registered household, as a button on its page. Beans of this
 * type come from the capabilities that do it.
 */
public interface HouseholdAction {

  /** The button, when the actor may do it to this household now. */
  Optional<Component> show(HouseholdView household, Actor actor);
}
