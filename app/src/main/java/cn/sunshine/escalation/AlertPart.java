package cn.sunshine.escalation;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The alerts about a case's terms: how severe, and why. */
@Order(26)
@org.springframework.stereotype.Component
class AlertPart implements CasePart {

  private final Cases cases;
  private final Alerts alerts;

  AlertPart(Cases cases, Alerts alerts) {
    this.cases = cases;
    this.alerts = alerts;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "预警";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    List<Alert> all = alerts.of(file.getId());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> steps =
        cases.tasks(file).stream()
            .collect(Collectors.toMap(Task::getId, Task::name, (one, same) -> one));
    Div part = new Div();
    all.reversed().forEach(alert -> part.add(line(alert, steps.getOrDefault(alert.taskId(), ""))));
    return Optional.of(part);
  }

  private static Div line(Alert alert, String step) {
    Paragraph why =
        new Paragraph(
            "%s%s；规则行 %s，版本 %s。"
                .formatted(alert.message(), alert.actual(), alert.rule(), alert.version()));
    why.addClassName("quiet");
    Div line =
        new Div(
            alert.severity().badge(),
            new Span(
                " %s　%s　%s".formatted(step, alert.stage().chinese(), Wording.dateTime(alert.at()))),
            why);
    line.addClassName("alert-line");
    return line;
  }
}
