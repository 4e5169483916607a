package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Escalation;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FormalExpression;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.RootElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.Exp;

/**
 * Parses each FEEL expression with the engine's own parser; nothing is evaluated. A flow's
 * condition, a timer, a mapping: whatever begins with {@code =}. What could run on or grow is
 * refused, see {@link ExpressionBounds}.
 */
final class ExpressionCheck {

  /** No model that people can read has more, and each costs its time. */
  private static final int MOST = 300;

  /** What becomes of the value. */
  private enum Use {
    /** It decides once, and is gone. */
    ASKED,
    /** A variable keeps it, for other expressions to take up. */
    KEPT
  }

  private static final FeelEngine FEEL = new FeelEngine.Builder().build();

  private final BpmnModelInstance model;
  private final List<ModelFault> faults = new ArrayList<>();
  private final Map<String, Optional<String>> told = new HashMap<>();

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
        .forEach(
            office -> {
              check(office, office.getCandidateGroups(), "办理单位");
              check(office, office.getCandidateUsers(), "办理人");
              check(office, office.getAssignee(), "办理人");
            });
    model
        .getModelElementsByType(ZeebeTaskSchedule.class)
        .forEach(
            schedule -> {
              check(schedule, schedule.getDueDate(), "截止时间");
              check(schedule, schedule.getFollowUpDate(), "跟进时间");
            });
    model
        .getModelElementsByType(Message.class)
        .forEach(message -> check(message, message.getName(), "消息名称"));
    model
        .getModelElementsByType(io.camunda.zeebe.model.bpmn.instance.Error.class)
        .forEach(error -> check(error, error.getErrorCode(), "错误代码"));
    model
        .getModelElementsByType(Escalation.class)
        .forEach(escalation -> check(escalation, escalation.getEscalationCode(), "升级代码"));
    model
        .getModelElementsByType(ZeebeLoopCharacteristics.class)
        .forEach(
            loop -> {
              check(loop, loop.getInputCollection(), "对哪些人（集合）");
              check(loop, loop.getOutputElement(), "每一个的结果", Use.KEPT);
            });
    return List.copyOf(faults);
  }

  private void checkMapping(ZeebeMapping mapping, ModelElementInstance place) {
    check(place, mapping.getSource(), "变量“" + mapping.getTarget() + "”的取值", Use.KEPT);
  }

  private void check(ModelElementInstance place, String text, String what) {
    check(place, text, what, Use.ASKED);
  }

  private void check(ModelElementInstance place, String text, String what, Use use) {
    String source = Optional.ofNullable(text).orElse("").strip();
    if (!source.startsWith("=") || told.size() > MOST) {
      return;
    }
    if (told.size() == MOST) {
      faults.add(ModelFault.error("", "不同的表达式太多，最多 " + MOST + " 个，请拆成几个流程，用“调用流程”连接。"));
    }
    told.computeIfAbsent(use + source, fresh -> problem(source.substring(1).strip(), use))
        .ifPresent(problem -> faults.add(ModelFault.error(elementAround(place), what + problem)));
  }

  private static Optional<String> problem(String expression, Use use) {
    if (expression.isEmpty()) {
      return Optional.of("是空的，请在“=”后面写上表达式。");
    }
    return ExpressionBounds.ofText(expression)
        .or(
            () ->
                parsed(expression)
                    .map(
                        tree ->
                            ExpressionBounds.ofTree(tree)
                                .or(
                                    () ->
                                        use == Use.KEPT
                                            ? ExpressionBounds.ofKept(tree)
                                            : Optional.empty()))
                    .orElseGet(
                        () -> Optional.of("写不对：" + shortened(expression) + "。请检查括号、引号和运算符号是否完整。")));
  }

  private static Optional<Exp> parsed(String expression) {
    try {
      return FEEL.parseExpression(expression)
          .fold(failure -> Optional.<Exp>empty(), parsed -> Optional.of(parsed.expression()));
    } catch (StackOverflowError tooDeep) {
      return Optional.empty();
    }
  }

  private static String shortened(String expression) {
    return expression.length() > 80 ? expression.substring(0, 80) + "……" : expression;
  }

  /** The step, event or flow that people see. */
  private static String elementAround(ModelElementInstance place) {
    return Stream.iterate(place, one -> one != null, ModelElementInstance::getParentElement)
        // A message's key belongs to the message.
        .filter(one -> one instanceof FlowElement || one instanceof RootElement)
        .map(one -> Optional.ofNullable(one.getAttributeValue("id")).orElse(""))
        .findFirst()
        .orElse("");
  }
}
