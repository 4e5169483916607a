package cn.sunshine.project;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.KeyValueList;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The whole record of a project, to be looked up beside what its stage is about. */
@Order(35)
@org.springframework.stereotype.Component
class ProjectRecordPart implements CasePart {

  private final ProjectStore store;
  private final ProjectRecord record;

  ProjectRecordPart(ProjectStore store, ProjectRecord record) {
    this.store = store;
    this.record = record;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "项目档案";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return store
        .find(file.getId())
        .map(Project::caseId)
        .filter(caseId -> !record.isEmpty(caseId))
        .map(
            caseId -> {
              KeyValueList facts = new KeyValueList();
              record.addAppraisal(facts, caseId);
              record.addTenders(facts, caseId);
              record.addBuilding(facts, caseId);
              record.addPayments(facts, caseId);
              return facts;
            });
  }
}
