package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.TaskPart;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * A part of the case page and of the screens of its tasks. A bean of this type, in the order of its
 * {@code @Order}, is shown for every case that it has something to say to.
 */
public interface CasePart {

  TaskPart.Place place();

  /** The heading, or the name of the tab. */
  String title();

  /** The part for a case that the actor may see; empty when it has nothing to say. */
  Optional<Component> show(CaseFile file, Actor actor);
}
