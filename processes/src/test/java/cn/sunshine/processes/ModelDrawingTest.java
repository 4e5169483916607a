package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Lane;
import io.camunda.zeebe.model.bpmn.instance.Participant;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.di.Waypoint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The drawing of every model: complete, and no line runs through a step that it has nothing to do
 * with.
 */
@ParameterizedClass
@MethodSource("everyModel")
class ModelDrawingTest {

  @Parameter private ProcessFile file;

  static Stream<ProcessFile> everyModel() {
    return ProcessFile.all();
  }

  @Test
  void everythingIsDrawn() {
    assertThat(shapes().keySet())
        .containsAll(ids(FlowNode.class))
        .containsAll(ids(Lane.class))
        .containsAll(ids(Participant.class));
    assertThat(edges().keySet()).containsAll(ids(SequenceFlow.class));
  }

  @Test
  void linesBeginAndEndAtTheirSteps() {
    for (SequenceFlow flow : file.bpmn().getModelElementsByType(SequenceFlow.class)) {
      List<Line2D> lines = edges().get(flow.getId());
      assertThat(
              touches(
                  shapes().get(flow.getSource().getId()),
                  lines.getFirst().getX1(),
                  lines.getFirst().getY1()))
          .as("start of %s", flow.getId())
          .isTrue();
      assertThat(
              touches(
                  shapes().get(flow.getTarget().getId()),
                  lines.getLast().getX2(),
                  lines.getLast().getY2()))
          .as("end of %s", flow.getId())
          .isTrue();
    }
  }

  @Test
  void noLineRunsThroughAStep() {
    List<String> crossings = new ArrayList<>();
    for (FlowNode node : file.bpmn().getModelElementsByType(FlowNode.class)) {
      Rectangle2D inside = shrunk(shapes().get(node.getId()));
      edges()
          .forEach(
              (flow, lines) -> {
                if (!(node instanceof SubProcess box && isWithin(flow, box))
                    && lines.stream().anyMatch(line -> line.intersects(inside))) {
                  crossings.add(flow + " through " + node.getId());
                }
              });
    }
    assertThat(crossings).isEmpty();
  }

  @Test
  void noStepLiesOnAnother() {
    List<FlowNode> steps =
        file.bpmn().getModelElementsByType(FlowNode.class).stream()
            .filter(node -> !(node instanceof SubProcess))
            .toList();
    List<String> overlaps = new ArrayList<>();
    for (FlowNode one : steps) {
      for (FlowNode other : steps) {
        if (!one.equals(other)
            && !isOnItsEdge(one, other)
            && !isOnItsEdge(other, one)
            && shapes().get(one.getId()).intersects(shapes().get(other.getId()))) {
          overlaps.add(one.getId() + " on " + other.getId());
        }
      }
    }
    assertThat(overlaps).isEmpty();
  }

  private static boolean isOnItsEdge(FlowNode event, FlowNode activity) {
    return event instanceof BoundaryEvent boundary && activity.equals(boundary.getAttachedTo());
  }

  private boolean isWithin(String flow, SubProcess box) {
    return box.getModelInstance().getModelElementById(flow) instanceof SequenceFlow drawn
        && Stream.iterate(
                drawn.getParentElement(),
                parent -> parent != null,
                parent -> parent.getParentElement())
            .anyMatch(box::equals);
  }

  private static Rectangle2D shrunk(Rectangle2D shape) {
    return new Rectangle2D.Double(
        shape.getX() + 2, shape.getY() + 2, shape.getWidth() - 4, shape.getHeight() - 4);
  }

  private static boolean touches(Rectangle2D shape, double x, double y) {
    return new Rectangle2D.Double(
            shape.getX() - 1, shape.getY() - 1, shape.getWidth() + 2, shape.getHeight() + 2)
        .contains(x, y);
  }

  private Map<String, Rectangle2D> shapes() {
    Map<String, Rectangle2D> found = new TreeMap<>();
    for (BpmnShape shape : file.bpmn().getModelElementsByType(BpmnShape.class)) {
      Bounds bounds = shape.getBounds();
      found.put(
          shape.getBpmnElement().getId(),
          new Rectangle2D.Double(
              bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
    }
    return found;
  }

  private Map<String, List<Line2D>> edges() {
    Map<String, List<Line2D>> found = new TreeMap<>();
    for (BpmnEdge edge : file.bpmn().getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() instanceof SequenceFlow flow) {
        found.put(flow.getId(), lines(List.copyOf(edge.getWaypoints())));
      }
    }
    return found;
  }

  private static List<Line2D> lines(List<Waypoint> points) {
    List<Line2D> lines = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      lines.add(
          new Line2D.Double(
              points.get(i - 1).getX(),
              points.get(i - 1).getY(),
              points.get(i).getX(),
              points.get(i).getY()));
    }
    return lines;
  }

  private List<String> ids(Class<? extends BaseElement> type) {
    return file.bpmn().getModelElementsByType(type).stream().map(BaseElement::getId).toList();
  }
}
