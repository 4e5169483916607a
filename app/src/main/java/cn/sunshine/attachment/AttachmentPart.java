package cn.sunshine.attachment;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.problem.Refusal;
import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The photos and scans of a case, for those who may see them. */
@Order(40)
@org.springframework.stereotype.Component
class AttachmentPart implements CasePart {

  private final Attachments attachments;

  AttachmentPart(Attachments attachments) {
    this.attachments = attachments;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "附件";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    try {
      return Optional.of(new AttachmentList(attachments, file, actor));
    } catch (Refusal.Forbidden notShown) {
      return Optional.empty();
    }
  }
}
