package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * The line above a page of policy that says what the person is just changing, with a link to it.
 */
public final class ChangeInHand extends Div {

  private final transient Changes changes;
  private final transient Actor actor;

  public ChangeInHand(Changes changes, Actor actor) {
    this.changes = changes;
    this.actor = actor;
    addClassName("change-in-hand");
  }

  /** Shows what is in hand in a pack; nothing when there is nothing. */
  public void show(String pack) {
    removeAll();
    changes
        .inHand(pack, actor)
        .filter(change -> !change.items().isEmpty())
        .ifPresent(
            change ->
                add(
                    new Span("修改方案里有 " + change.items().size() + " 项，还没有提交。"),
                    new Anchor("policy/changes/" + change.id(), "查看、试算并提交")));
    setVisible(getChildren().findAny().isPresent());
  }
}
