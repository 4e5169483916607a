package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What a change changes, for who approves it and on the page of its case. */
@Order(1)
@org.springframework.stereotype.Component
class ChangePart implements CasePart {

  private final Changes changes;
  private final ArtefactTypes types;

  ChangePart(Changes changes, ArtefactTypes types) {
    this.changes = changes;
    this.types = types;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "修改前后";
  }

  private static Component trial(PolicyChange change) {
    Anchor link = new Anchor("policy/trial-run?change=" + change.id(), "试算：看哪些户会变");
    link.setVisible(change.canBeTried());
    return link;
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return changes
        .ofCase(file.getId())
        .map(
            change -> {
              ChangeContent items = new ChangeContent(changes, types, actor);
              items.show(change, Optional.empty());
              return new Div(ChangePage.summary(change, changes), trial(change), items);
            });
  }
}
