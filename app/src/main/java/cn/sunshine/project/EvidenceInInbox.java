package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.attachment.Attachments;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.inbox.TaskParts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows with a project's task which evidence its gate wants, and takes it. */
@Order(20)
@Component
class EvidenceInInbox implements TaskParts {

  private final Cases cases;
  private final ProjectStore store;
  private final Gates gates;
  private final Attachments attachments;

  EvidenceInInbox(Cases cases, ProjectStore store, Gates gates, Attachments attachments) {
    this.cases = cases;
    this.store = store;
    this.gates = gates;
    this.attachments = attachments;
  }

  @Override
  public List<TaskPart> of(Task task, Actor actor) {
    if (store.find(task.caseId()).isEmpty()) {
      return List.of();
    }
    CaseFile file = cases.require(task.caseId());
    if (gates.wanted(file, task).isEmpty()) {
      return List.of();
    }
    return List.of(
        new TaskPart(
            TaskPart.Place.FACTS,
            "必备材料",
            new EvidenceList(() -> gates.wanted(file, task), attachments, task, actor)));
  }
}
