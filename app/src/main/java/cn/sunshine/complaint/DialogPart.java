package cn.sunshine.complaint;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.Timeline;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What the department asked the person, and what the person answered. */
@Order(30)
@org.springframework.stereotype.Component
class DialogPart implements CasePart {

  private final Correspondence correspondence;

  DialogPart(Correspondence correspondence) {
    this.correspondence = correspondence;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "与群众的往来";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    if (RequestKind.ofCode(file.process()).isEmpty()) {
      return Optional.empty();
    }
    List<Correspondence.Message> messages = correspondence.messages(file.getId());
    if (messages.isEmpty()) {
      return Optional.of(new EmptyState("还没有往来", "请群众补充情况时，问题和回答列在这里。"));
    }
    Timeline timeline = new Timeline();
    messages
        .reversed()
        .forEach(
            message ->
                timeline.event(
                    message.author() == Correspondence.Author.PERSON ? Tone.GOOD : Tone.PLAIN,
                    message.author().chinese(),
                    message.at(),
                    "",
                    message.text()));
    return Optional.of(timeline);
  }
}
