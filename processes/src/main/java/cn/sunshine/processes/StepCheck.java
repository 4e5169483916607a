package cn.sunshine.processes;

import static java.util.stream.Collectors.toMap;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Event;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks what the application needs to know of each step: who, what, until when, and where to. */
final class StepCheck {

  private static final Pattern RETRIES = Pattern.compile("[1-9]");
  private static final Pattern ALWAYS = Pattern.compile("=\\s*\"([^\"]*)\"");

  private final BpmnModelInstance model;
  private final Surroundings known;
  private final List<ModelFault> faults = new ArrayList<>();

  StepCheck(BpmnModelInstance model, Surroundings known) {
    this.model = model;
    this.known = known;
  }

  List<ModelFault> faults() {
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      checkOffice(task);
      checkForm(task);
      checkTerm(task);
      checkReturns(task);
    }
    model.getModelElementsByType(ServiceTask.class).stream()
        .filter(task -> task.getSingleExtensionElement(ZeebeTaskDefinition.class) == null)
        .forEach(task -> add(task, "系统办理的“%s”没有作业类型，请在右边选定。"));
    model.getModelElementsByType(ZeebeTaskDefinition.class).forEach(this::checkJob);
    model.getModelElementsByType(CallActivity.class).forEach(this::checkCall);
    if (known.start() == Surroundings.Start.BY_MESSAGE) {
      checkErrors();
    }
    return List.copyOf(faults);
  }

  /** Who calls a model may catch its errors; one that nobody calls has to catch its own. */
  private void checkErrors() {
    ProcessGraph graph = new ProcessGraph(model);
    boolean caughtAnywhere =
        model.getModelElementsByType(StartEvent.class).stream().anyMatch(StepCheck::isOfError);
    model.getModelElementsByType(EndEvent.class).stream()
        .filter(StepCheck::isOfError)
        .filter(end -> !caughtAnywhere && graph.targetsOf(end.getId()).isEmpty())
        .forEach(end -> add(end, "“%s”抛出的错误没有地方接住，案件到这里会停住。请在外面的子流程上加一个同样代码的错误边界事件，或者换成普通的结束。"));
  }

  private static boolean isOfError(Event event) {
    return !event.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
  }

  private void checkOffice(UserTask task) {
    String group =
        Optional.ofNullable(task.getSingleExtensionElement(ZeebeAssignmentDefinition.class))
            .map(ZeebeAssignmentDefinition::getCandidateGroups)
            .orElse("")
            .strip();
    Matcher always = ALWAYS.matcher(group);
    if (always.matches()) {
      group = always.group(1);
    }
    if (group.isEmpty()) {
      add(task, "“%s”没有办理单位，没有人会看到它。请在右边选定。");
    } else if (!group.startsWith("=") && !known.groups().contains(group)) {
      add(task, "“%s”的办理单位“" + group + "”不存在，没有人会看到它。请在右边选一个。");
    }
  }

  private void checkForm(UserTask task) {
    String form =
        Optional.ofNullable(task.getSingleExtensionElement(ZeebeFormDefinition.class))
            .map(ZeebeFormDefinition::getFormKey)
            .orElse("")
            .strip();
    if (form.isEmpty()) {
      add(task, "“%s”没有表单，打开时无法办理。请在右边选定。");
    } else if (!known.forms().contains(form)) {
      add(task, "“%s”的表单“" + form + "”不存在，打开时无法办理。请选一个，或先做好表单。");
    }
  }

  private void checkTerm(UserTask task) {
    String term = headers(task).getOrDefault(Headers.TERM, "").strip();
    if (term.isEmpty()) {
      add(task, "“%s”没有期限，逾期了也不会有人知道。请在右边选定期限参数。");
      return;
    }
    if (!Deadlines.isTerm(term) || !known.terms().contains(term)) {
      add(task, "“%s”的期限参数“" + term + "”不存在，案件走到这里会停住。请选一个，或先添加参数。");
      return;
    }
    String key = "terms." + Deadlines.key(term);
    String days = "workdays[date(item) > today()]";
    String due =
        "=date and time(%s[%s.days] + \"T00:00:00+08:00\") + duration(\"P1D\")"
            .formatted(days, key);
    String dueSoon = "=date and time(%s[%s.soonDay] + %s.soonAt)".formatted(days, key, key);
    Map<String, String> inputs = mappings(task, ZeebeIoMapping::getInputs);
    if (!same(due, inputs.get(Variables.DUE)) || !same(dueSoon, inputs.get(Variables.DUE_SOON))) {
      add(task, "“%s”没有按期限参数“" + term + "”计算截止时间（输入变量 due、dueSoon）。请在右边重新选一次期限，会自动补上。");
    }
    if (!same("=workdays", mappings(task, ZeebeIoMapping::getOutputs).get(Variables.WORKDAYS))) {
      add(task, "“%s”没有把新的工作日历带回（输出变量 workdays），以后环节的期限会算错。请在右边重新选一次期限，会自动补上。");
    }
    checkTimer(
        task,
        Deadlines.dueSoonTimer(task.getId()),
        "临近期限",
        Variables.DUE_SOON,
        JobTypes.TERM_DUE_SOON);
    checkTimer(
        task, Deadlines.overdueTimer(task.getId()), "期限届满", Variables.DUE, JobTypes.TERM_OVERDUE);
  }

  private void checkTimer(UserTask task, String id, String words, String moment, String job) {
    boolean right =
        model.getModelElementById(id) instanceof BoundaryEvent timer
            && task.equals(timer.getAttachedTo())
            && !timer.cancelActivity()
            && timer.getEventDefinitions().stream()
                .anyMatch(
                    definition ->
                        definition instanceof TimerEventDefinition at
                            && at.getTimeDate() != null
                            && same("=" + moment, at.getTimeDate().getTextContent()))
            && timer.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .anyMatch(end -> tells(end, id, task, job));
    if (!right) {
      add(task, "“%s”缺少“" + words + "”定时器（" + id + "），或者它的时间、后面的提醒不对。请删去它，在右边重新选一次期限，会自动画好。");
    }
  }

  private static boolean tells(FlowNode end, String timer, UserTask task, String job) {
    ZeebeTaskDefinition definition = end.getSingleExtensionElement(ZeebeTaskDefinition.class);
    return end.getId().equals(Deadlines.told(timer))
        && definition != null
        && job.equals(definition.getType())
        && task.getId().equals(headers(end).get(Headers.TASK));
  }

  private void checkReturns(UserTask task) {
    String targets = headers(task).getOrDefault(Headers.RETURN_TO, "");
    Stream.of(targets.split(","))
        .map(String::strip)
        .filter(target -> !target.isEmpty())
        .filter(target -> !isKnownStep(target))
        .forEach(target -> add(task, "“%s”可以退回到的“" + target + "”不是任何环节，退回的案件会走错。请改成环节的编号。"));
  }

  private boolean isKnownStep(String target) {
    return model.getModelElementById(target) instanceof FlowNode
        || known.stepsElsewhere().contains(target);
  }

  private void checkJob(ZeebeTaskDefinition definition) {
    String type = Optional.ofNullable(definition.getType()).orElse("").strip();
    BaseElement owner = (BaseElement) definition.getParentElement().getParentElement();
    if (!(owner instanceof FlowElement element)) {
      return;
    }
    if (type.isEmpty()) {
      add(element, "“%s”没有作业类型，请在右边选定。");
    } else if (!known.jobTypes().contains(type)) {
      add(element, "系统不会办理“" + type + "”这种作业，案件走到“%s”会停住。请在右边选一个。");
    }
    String retries = Optional.ofNullable(definition.getRetries()).orElse("3").strip();
    if (!RETRIES.matcher(retries).matches()) {
      add(element, "“%s”的重试次数应是 1 到 9 的数字，现在是“" + retries + "”。请改正，或删去（就是 3 次）。");
    }
  }

  private void checkCall(CallActivity call) {
    ZeebeCalledElement called = call.getSingleExtensionElement(ZeebeCalledElement.class);
    String id = called == null ? "" : Optional.ofNullable(called.getProcessId()).orElse("").strip();
    if (id.isEmpty()) {
      add(call, "“%s”没有说调用哪个流程，请在右边选定。");
      return;
    }
    if (!known.processes().contains(id)) {
      add(call, "“%s”调用的流程“" + id + "”不存在，案件走到这里会停住。请在右边选一个。");
      return;
    }
    if (called.isPropagateAllChildVariablesEnabled()
        || called.isPropagateAllParentVariablesEnabled()) {
      add(call, "“%s”把全部变量带进带出，会互相覆盖。请关闭“带入变量”“带回变量”的开关，在输入、输出变量里写明要带的。");
    }
    if (known.processesOfPeople().contains(id)) {
      Map<String, String> inputs = mappings(call, ZeebeIoMapping::getInputs);
      Map<String, String> outputs = mappings(call, ZeebeIoMapping::getOutputs);
      Stream.of(Variables.CASE_ID, Variables.WORKDAYS, Variables.TERMS)
          .filter(variable -> !inputs.containsKey(variable))
          .forEach(
              variable ->
                  add(
                      call,
                      "“%s”没有把 "
                          + variable
                          + " 带入被调用的流程，那里的环节算不出期限。请在输入变量里加上 "
                          + variable
                          + "，取值 ="
                          + variable
                          + "。"));
      if (!same("=workdays", outputs.get(Variables.WORKDAYS))) {
        add(call, "“%s”没有把工作日历带回。请在输出变量里加上 workdays，取值 =workdays。");
      }
    }
  }

  private static Map<String, String> headers(BaseElement element) {
    return Optional.ofNullable(element.getSingleExtensionElement(ZeebeTaskHeaders.class)).stream()
        .flatMap(list -> list.getHeaders().stream())
        .filter(header -> header.getKey() != null && header.getValue() != null)
        .collect(toMap(ZeebeHeader::getKey, ZeebeHeader::getValue, (first, second) -> first));
  }

  private static Map<String, String> mappings(
      BaseElement element, Function<ZeebeIoMapping, Collection<? extends ZeebeMapping>> which) {
    return Optional.ofNullable(element.getSingleExtensionElement(ZeebeIoMapping.class)).stream()
        .flatMap(mapping -> which.apply(mapping).stream())
        .filter(mapping -> mapping.getTarget() != null && mapping.getSource() != null)
        .collect(
            toMap(ZeebeMapping::getTarget, ZeebeMapping::getSource, (first, second) -> second));
  }

  /** Spaces do not count. */
  private static boolean same(String wanted, String found) {
    return found != null && wanted.replaceAll("\\s+", "").equals(found.replaceAll("\\s+", ""));
  }

  private void add(FlowElement element, String message) {
    faults.add(ModelFault.error(element.getId(), message.replace("%s", FlowCheck.name(element))));
  }
}
