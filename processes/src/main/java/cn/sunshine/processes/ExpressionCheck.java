package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FormalExpression;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.FeelEngine;

/**
 * Parses each FEEL expression with the engine's own parser; nothing is evaluated. A flow's
 * condition, a timer, a mapping: whatever begins with {@code =}.
 */
final class ExpressionCheck {

  private static final int LONGEST = 2_000;

  /** The parser descends into brackets on its stack. */
  private static final int DEEPEST = 30;

  private static final FeelEngine FEEL = new FeelEngine.Builder().build();

  private final BpmnModelInstance model;
  private final List<ModelFault> faults = new ArrayList<>();

  ExpressionCheck(BpmnModelInstance model) {
    this.model = model;
  }

  List<ModelFault> faults() {
    model
        .getModelElementsByType(FormalExpression.class)
        .forEach(expression -> check(expression, expression.getTextContent(), "表达式"));
    Stream.concat(
            model.getModelElementsByType(ZeebeInput.class).stream(),
            model.getModelElementsByType(ZeebeOutput.class).stream())
        .forEach(mapping -> checkMapping(mapping, (ModelElementInstance) mapping));
    model
        .getModelElementsByType(ZeebeSubscription.class)
        .forEach(message -> check(message, message.getCorrelationKey(), "对应的案件编号"));
    model
        .getModelElementsByType(ZeebeAssignmentDefinition.class)
        .forEach(office -> check(office, office.getCandidateGroups(), "办理单位"));
    model
        .getModelElementsByType(ZeebeLoopCharacteristics.class)
        .forEach(
            loop -> {
              check(loop, loop.getInputCollection(), "对哪些人（集合）");
              check(loop, loop.getOutputElement(), "每一个的结果");
            });
    return List.copyOf(faults);
  }

  private void checkMapping(ZeebeMapping mapping, ModelElementInstance place) {
    check(place, mapping.getSource(), "变量“" + mapping.getTarget() + "”的取值");
  }

  private void check(ModelElementInstance place, String text, String what) {
    String source = Optional.ofNullable(text).orElse("").strip();
    if (!source.startsWith("=")) {
      return;
    }
    String expression = source.substring(1).strip();
    String id = elementAround(place);
    if (expression.isEmpty()) {
      faults.add(ModelFault.error(id, what + "是空的，请在“=”后面写上表达式。"));
    } else if (expression.length() > LONGEST || depth(expression) > DEEPEST) {
      faults.add(ModelFault.error(id, what + "太长或者括号太多层，请写得简单些。"));
    } else if (FEEL.parseExpression(expression).isLeft()) {
      faults.add(
          ModelFault.error(id, what + "写不对：" + shortened(expression) + "。请检查括号、引号和运算符号是否完整。"));
    }
  }

  private static String shortened(String expression) {
    return expression.length() > 80 ? expression.substring(0, 80) + "……" : expression;
  }

  private static int depth(String expression) {
    int depth = 0;
    int deepest = 0;
    for (char letter : expression.toCharArray()) {
      if (letter == '(' || letter == '[' || letter == '{') {
        deepest = Math.max(deepest, ++depth);
      } else if (letter == ')' || letter == ']' || letter == '}') {
        depth--;
      }
    }
    return deepest;
  }

  /** The step, event or flow that people see. */
  private static String elementAround(ModelElementInstance place) {
    return Stream.iterate(place, one -> one != null, ModelElementInstance::getParentElement)
        .filter(FlowElement.class::isInstance)
        .map(one -> ((FlowElement) one).getId())
        .findFirst()
        // A message's key belongs to the message.
        .orElseGet(
            () ->
                Optional.ofNullable(place.getParentElement().getParentElement())
                    .map(one -> one.getAttributeValue("id"))
                    .orElse(""));
  }
}
