package cn.sunshine.admission;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.inbox.TaskParts;
import cn.sunshine.notice.Notices;
import cn.sunshine.shell.Finding;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the village committee what was objected; not by whom. */
@Order(10)
@Component
class ObjectionInInbox implements TaskParts {

  private final Notices notices;

  ObjectionInInbox(Notices notices) {
    this.notices = notices;
  }

  @Override
  public List<TaskPart> of(Task task, Actor actor) {
    return Optional.ofNullable(task.context().get("objectionId"))
        .flatMap(id -> notices.objection(id.toString()))
        .map(
            objection ->
                new TaskPart(
                    TaskPart.Place.FACTS,
                    "异议",
                    new Finding(
                        Tone.WARNING,
                        "收到异议 " + Wording.dateTime(objection.raisedAt()),
                        new Div(objection.text()))))
        .stream()
        .toList();
  }
}
