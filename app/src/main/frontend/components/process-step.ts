/*
 * What a person's step needs in our models (docs/policy-packs.md), in one group of the properties panel: who does it, with
 * which form, how long it may take and where it may send a case back to. Choosing the term also draws the two timers and
 * writes the variables that keep it; the same pattern is checked on the server (cn.sunshine.processes.ModelLint).
 */
import { CheckboxEntry, Group, SelectEntry, TextFieldEntry } from '@bpmn-io/properties-panel';
import { useService } from 'bpmn-js-properties-panel';

const AFTER_THE_OTHERS = 400;
const LEFT_OUT = [
  'userTaskImplementation', 'form', 'assignmentDefinition', 'Zeebe__ExecutionListeners', 'Zeebe__TaskListeners', 'Zeebe__ExtensionProperties',
  'CamundaPlatform__ExtensionProperties', 'adHocCompletion', 'compensation',
];

type Choice = { value: string; label: string };
type Choices = (name: string) => Choice[];

const isA = (element: any, type: string) => element?.businessObject?.$instanceOf?.(type);

function extension(element: any, type: string): any {
  return element.businessObject.extensionElements?.values?.find((value: any) => value.$type === type);
}

function header(element: any, key: string): string {
  return extension(element, 'zeebe:TaskHeaders')?.values?.find((one: any) => one.key === key)?.value ?? '';
}

/** Changes of a step that belong together and are undone together. */
class StepCommand {
  static $inject = ['bpmnFactory', 'modeling', 'elementFactory', 'elementRegistry'];

  constructor(private factory: any, private modeling: any, private elements: any, private registry: any) {}

  preExecute({ element, change }: any) {
    if (change.group !== undefined) this.set(element, 'zeebe:AssignmentDefinition', { candidateGroups: change.group || undefined });
    if (change.form !== undefined) this.set(element, 'zeebe:FormDefinition', { formKey: change.form || undefined });
    if (change.job !== undefined) this.set(element, 'zeebe:TaskDefinition', { type: change.job || undefined });
    if (change.called !== undefined) {
      this.set(element, 'zeebe:CalledElement', { processId: change.called || undefined, propagateAllChildVariables: false, propagateAllParentVariables: false });
    }
    if (change.returnTo !== undefined) this.header(element, 'returnTo', change.returnTo);
    if (change.term) this.term(element, change.term);
  }

  private set(element: any, type: string, properties: any): any {
    let values = element.businessObject.extensionElements;
    if (!values) {
      values = this.factory.create('bpmn:ExtensionElements', { values: [] });
      values.$parent = element.businessObject;
      this.modeling.updateModdleProperties(element, element.businessObject, { extensionElements: values });
    }
    const found = values.values.find((value: any) => value.$type === type);
    if (found) {
      this.modeling.updateModdleProperties(element, found, properties);
      return found;
    }
    const made = this.factory.create(type, properties);
    made.$parent = values;
    this.modeling.updateModdleProperties(element, values, { values: [...values.values, made] });
    return made;
  }

  private header(element: any, key: string, value: string) {
    const headers = extension(element, 'zeebe:TaskHeaders') ?? this.set(element, 'zeebe:TaskHeaders', { values: [] });
    const others = (headers.values ?? []).filter((one: any) => one.key !== key);
    const made = value ? [this.child('zeebe:Header', { key, value }, headers)] : [];
    this.modeling.updateModdleProperties(element, headers, { values: [...others, ...made] });
  }

  private child(type: string, properties: any, parent: any) {
    const made = this.factory.create(type, properties);
    made.$parent = parent;
    return made;
  }

  private mapping(element: any, direction: 'inputParameters' | 'outputParameters', target: string, source: string) {
    const io = extension(element, 'zeebe:IoMapping') ?? this.set(element, 'zeebe:IoMapping', {});
    const others = (io[direction] ?? []).filter((one: any) => one.target !== target);
    const made = this.child(direction === 'inputParameters' ? 'zeebe:Input' : 'zeebe:Output', { source, target }, io);
    this.modeling.updateModdleProperties(element, io, { [direction]: [...others, made] });
  }

  private term(element: any, term: string) {
    const key = `terms.${term.replace(/^term\./, '').replace(/[-.]/g, '_')}`;
    const days = 'workdays[date(item) > today()]';
    this.header(element, 'term', term);
    const mapped = (direction: string, target: string) =>
      (extension(element, 'zeebe:IoMapping')?.[direction] ?? []).some((one: any) => one.target === target);
    if (!mapped('inputParameters', 'outcome')) this.mapping(element, 'inputParameters', 'outcome', '=null');
    this.mapping(element, 'inputParameters', 'due', `=date and time(${days}[${key}.days] + "T00:00:00+08:00") + duration("P1D")`);
    this.mapping(element, 'inputParameters', 'dueSoon', `=date and time(${days}[${key}.soonDay] + ${key}.soonAt)`);
    if (!mapped('outputParameters', 'outcome')) this.mapping(element, 'outputParameters', 'outcome', '=outcome');
    this.mapping(element, 'outputParameters', 'workdays', '=workdays');
    this.timer(element, 'due-soon', '临近期限', 'dueSoon', '提醒', 'term-due-soon', 22);
    this.timer(element, 'overdue', '期限届满', 'due', '记逾期', 'term-overdue', 78);
  }

  private timer(task: any, suffix: string, name: string, moment: string, toldName: string, job: string, x: number) {
    const id = `${task.businessObject.id}-${suffix}`;
    if (this.registry.get(id)) return;
    const definition = this.factory.create('bpmn:TimerEventDefinition', { id: `${id}-timer` });
    definition.timeDate = this.child('bpmn:FormalExpression', { body: `=${moment}` }, definition);
    const event = this.event('bpmn:BoundaryEvent', id, name, { cancelActivity: false, eventDefinitions: [definition] });
    const at = { x: task.x + x, y: task.y + task.height };
    const drawn = this.modeling.createShape(event, at, task, { attach: true });
    const message = this.factory.create('bpmn:MessageEventDefinition', { id: `${id}-told-message` });
    const told = this.event('bpmn:EndEvent', `${id}-told`, toldName, { eventDefinitions: [message] });
    const end = this.modeling.createShape(told, { x: at.x, y: at.y + 66 }, task.parent);
    this.set(end, 'zeebe:TaskDefinition', { type: job });
    this.header(end, 'task', task.businessObject.id);
    this.modeling.connect(drawn, end, { type: 'bpmn:SequenceFlow' });
  }

  private event(type: string, id: string, name: string, properties: any) {
    const businessObject = this.factory.create(type, { id, name, ...properties });
    properties.eventDefinitions.forEach((definition: any) => (definition.$parent = businessObject));
    this.modeling.claimId(id, businessObject);
    return this.elements.createShape({ type, businessObject });
  }
}

class StepProvider {
  static $inject = ['propertiesPanel', 'commandStack', 'config.sunshineChoices', 'elementRegistry'];

  constructor(panel: any, commandStack: any, private choices: Choices, private registry: any) {
    commandStack.registerHandler('sunshine.step', StepCommand);
    panel.registerProvider(AFTER_THE_OTHERS, this);
  }

  getGroups(element: any) {
    return (groups: any[]) => {
      const kept = groups.filter((group) => !LEFT_OUT.includes(group.id));
      kept.filter((group) => group.id === 'general').forEach((group) => {
        group.entries = group.entries.map((entry: any) => (/^(id|processId)$/.test(entry.id) ? { id: entry.id, element, component: FixedId } : entry))
          .filter((entry: any) => !['versionTag', 'isExecutable'].includes(entry.id));
      });
      const own = this.own(element);
      const job = own?.id === 'sunshine-job';
      const rest = kept.filter((group) => !(job && group.id === 'taskDefinition') && !(own?.id === 'sunshine-call' && group.id === 'calledElement'));
      if (own) rest.splice(1, 0, own);
      if (own?.id === 'sunshine-step') rest.splice(2, 0, this.returns(element));
      return rest;
    };
  }

  /** The other steps, by their names, and what the model names besides: steps of processes that are called. */
  private returns(element: any): any {
    const steps = this.registry.filter((one: any) => isA(one, 'bpmn:UserTask') && one !== element && !one.labelTarget)
      .map((one: any) => ({ target: one.id, name: one.businessObject.name || one.id }));
    header(element, 'returnTo').split(',').map((one) => one.trim()).filter((one) => one && !steps.some((step: any) => step.target === one))
      .forEach((target) => steps.push({ target, name: target }));
    return {
      id: 'sunshine-returns', label: '可以退回到', component: Group,
      entries: steps.map((step: any) => ({ element, id: `sunshine-return-${step.target}`, component: ReturnTick, ...step })),
    };
  }

  private own(element: any): any {
    const group = (id: string, label: string, entries: any[]) =>
      ({ id, label, component: Group, shouldOpen: true, entries: entries.map((entry) => ({ element, choices: this.choices, ...entry })) });
    if (isA(element, 'bpmn:UserTask')) {
      return group('sunshine-step', '办理要求', [
        { id: 'sunshine-group', component: GroupField }, { id: 'sunshine-form', component: FormField }, { id: 'sunshine-term', component: TermField },
      ]);
    }
    if (isA(element, 'bpmn:ServiceTask')) return group('sunshine-job', '系统办理', [{ id: 'sunshine-job-type', component: JobField }]);
    if (isA(element, 'bpmn:CallActivity')) return group('sunshine-call', '调用流程', [{ id: 'sunshine-called', component: CalledField }]);
    return undefined;
  }
}

function FixedId({ element, id }: any) {
  return TextFieldEntry({
    element, id, label: '编号', disabled: true, debounce: (action: any) => action, setValue: () => undefined,
    getValue: () => (id === 'processId' ? element.businessObject.processRef?.id : element.businessObject.id),
  } as any);
}

function select(props: any, label: string, choice: string, value: string, change: string, description = '') {
  const commandStack = useService('commandStack', true) as any;
  const offered: Choice[] = props.choices(choice);
  const options = [{ value: '', label: '请选择' }, ...offered];
  if (value && !offered.some((one) => one.value === value)) options.push({ value, label: value });
  return SelectEntry({
    element: props.element, id: props.id, label, description,
    getValue: () => value, getOptions: () => options,
    setValue: (chosen: string) => commandStack.execute('sunshine.step', { element: props.element, change: { [change]: chosen ?? '' } }),
  } as any);
}

const GroupField = (props: any) => select(props, '办理单位', 'groups', extension(props.element, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '', 'group');
const FormField = (props: any) => select(props, '表单', 'forms', extension(props.element, 'zeebe:FormDefinition')?.formKey ?? '', 'form');
const TermField = (props: any) =>
  select(props, '期限', 'terms', header(props.element, 'term'), 'term', '选定后自动画出“临近期限”和“期限届满”两个定时器。');
const JobField = (props: any) => select(props, '作业', 'jobTypes', extension(props.element, 'zeebe:TaskDefinition')?.type ?? '', 'job');
const CalledField = (props: any) => select(props, '流程', 'processes', extension(props.element, 'zeebe:CalledElement')?.processId ?? '', 'called');

/** One of the steps of the drawing that the step may send a case back to. */
function ReturnTick({ element, id, target, name }: any) {
  const commandStack = useService('commandStack', true) as any;
  const targets = () => header(element, 'returnTo').split(',').map((one: string) => one.trim()).filter(Boolean);
  return CheckboxEntry({
    element, id, label: name, getValue: () => targets().includes(target),
    setValue: (chosen: boolean) => {
      const others = targets().filter((one: string) => one !== target);
      commandStack.execute('sunshine.step', { element, change: { returnTo: (chosen ? [...others, target] : others).join(',') } });
    },
  } as any);
}

export const stepModule = { __init__: ['sunshineSteps'], sunshineSteps: ['type', StepProvider] };
