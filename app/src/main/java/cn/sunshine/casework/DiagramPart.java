package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.BpmnDiagram;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The model that the case runs on, with the way it took and where it stands. */
@Order(30)
@org.springframework.stereotype.Component
class DiagramPart implements CasePart {

  private final Journeys journeys;

  DiagramPart(Journeys journeys) {
    this.journeys = journeys;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.ASIDE;
  }

  @Override
  public String title() {
    return "流程图";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    List<Journey.Leg> legs = journeys.of(file).legs();
    BpmnDiagram diagram = new BpmnDiagram();
    diagram.setWidthFull();
    diagram.setHeight("30rem");
    draw(diagram, legs.getFirst());
    if (legs.size() == 1) {
      return Optional.of(diagram);
    }
    Select<Journey.Leg> choice = new Select<>();
    choice.setItems(legs);
    choice.setItemLabelGenerator(Journey.Leg::title);
    choice.setValue(legs.getFirst());
    choice.setAriaLabel("选择流程");
    choice.setWidthFull();
    choice.addValueChangeListener(event -> draw(diagram, event.getValue()));
    return Optional.of(new Div(choice, diagram));
  }

  private static void draw(BpmnDiagram diagram, Journey.Leg leg) {
    diagram.show(leg.xml(), new BpmnDiagram.Progress(leg.completed(), leg.flows(), leg.active()));
  }
}
