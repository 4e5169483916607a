package cn.sunshine.attachment;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.inbox.TaskParts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows with a task which papers it wants, and takes them. */
@Order(20)
@Component
class EvidenceInInbox implements TaskParts {

  private final Cases cases;
  private final RequiredEvidence evidence;
  private final Attachments attachments;

  EvidenceInInbox(Cases cases, RequiredEvidence evidence, Attachments attachments) {
    this.cases = cases;
    this.evidence = evidence;
    this.attachments = attachments;
  }

  @Override
  public List<TaskPart> of(Task task, Actor actor) {
    CaseFile file = cases.require(task.caseId());
    if (evidence.wanted(file, task).isEmpty()) {
      return List.of();
    }
    return List.of(
        new TaskPart(
            TaskPart.Place.FACTS,
            "必备材料",
            new EvidenceList(() -> evidence.wanted(file, task), attachments, task, actor)));
  }
}
