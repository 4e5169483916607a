package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.inbox.TaskParts;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the parts of a case with each of its tasks. */
@Order(100)
@Component
class CasePartsInInbox implements TaskParts {

  private final ObjectProvider<CasePart> parts;
  private final Cases cases;

  CasePartsInInbox(ObjectProvider<CasePart> parts, Cases cases) {
    this.parts = parts;
    this.cases = cases;
  }

  @Override
  public List<TaskPart> of(Task task, Actor actor) {
    CaseFile file = cases.require(task.caseId());
    return parts
        .orderedStream()
        .flatMap(
            part ->
                part.show(file, actor).stream()
                    .map(content -> new TaskPart(part.place(), part.title(), content)))
        .toList();
  }
}
