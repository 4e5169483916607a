/*
 * What the editor of workflows offers: only elements that the engine (Zeebe 8.5) does and our models use, and a person's step
 * in one go. What is not offered here would be drawn by policy staff, refused by the engine or silently left out by it.
 */
const TYPES = [
  'none-start', 'none-end', 'message-start', 'timer-start', 'message-end', 'error-end', 'terminate-end',
  'message-intermediate-catch', 'timer-intermediate-catch', 'message-boundary', 'non-interrupting-message-boundary',
  'timer-boundary', 'non-interrupting-timer-boundary', 'error-boundary', 'message-start-non-interrupting', 'timer-start-non-interrupting', 'error-start',
  'exclusive-gateway', 'parallel-gateway', 'event-based-gateway', 'user-task', 'service-task', 'call-activity',
  'expanded-subprocess', 'subprocess', 'event-subprocess', 'sequence-flow', 'default-flow', 'conditional-flow',
];
const PALETTE = [
  'hand-tool', 'lasso-tool', 'space-tool', 'global-connect-tool', 'tool-separator', 'create.start-event', 'create.intermediate-event',
  'create.end-event', 'create.exclusive-gateway', 'create.subprocess-expanded',
];
const PAD = [
  'append.end-event', 'append.gateway', 'append.intermediate-event', 'append.message-intermediate-event', 'append.timer-intermediate-event',
  'append.text-annotation', 'replace', 'connect', 'delete', 'lane-insert-above', 'lane-insert-below', 'lane-divide-two', 'lane-divide-three', 'align-elements',
];
const LATE = 500;

function only(entries: Record<string, unknown>, names: string[]) {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => names.includes(name)));
}

class Offer {
  static $inject = ['palette', 'contextPad', 'popupMenu', 'elementFactory', 'create', 'autoPlace', 'sunshineRoom'];

  constructor(palette: any, contextPad: any, popupMenu: any, private elements: any, private create: any, private autoPlace: any, private room: any) {
    palette.registerProvider(LATE, {
      getPaletteEntries: () => (entries: any) => ({
        ...only(entries, PALETTE),
        'create.step': this.drawing('新建办理环节', 'bpmn-icon-user-task', 'bpmn:UserTask'),
        'create.job': this.drawing('新建系统办理', 'bpmn-icon-service-task', 'bpmn:ServiceTask'),
      }),
    });
    contextPad.registerProvider(LATE, {
      getContextPadEntries: () => (entries: any) => {
        const offered: any = only(entries, PAD);
        if (entries['append.append-task']) {
          const { dragstart } = offered['append.gateway'].action;
          offered['append.gateway'].action = {
            dragstart,
            click: (_: Event, element: any) => this.append(element, this.elements.createShape({ type: 'bpmn:ExclusiveGateway' })),
          };
          offered['append.step'] = this.appending('追加办理环节', 'bpmn-icon-user-task', 'bpmn:UserTask');
        }
        return offered;
      },
      getMultiElementContextPadEntries: () => (entries: any) => only(entries, PAD),
    });
    popupMenu.registerProvider('bpmn-replace', LATE, {
      getPopupMenuEntries: () => (entries: any) => only(entries, TYPES.map((type) => `replace-with-${type}`)),
      getPopupMenuHeaderEntries: () => (entries: any) => only(entries, ['toggle-parallel-mi', 'toggle-sequential-mi', 'toggle-non-interrupting']),
    });
  }

  private step(type: string) {
    const shape = this.elements.createShape({ type });
    shape.businessObject.name = type === 'bpmn:UserTask' ? '新的办理环节' : '新的系统办理';
    return shape;
  }

  private drawing(title: string, className: string, type: string) {
    const start = (event: Event) => this.create.start(event, this.step(type));
    return { group: 'activity', className, title, action: { dragstart: start, click: start } };
  }

  private appending(title: string, className: string, type: string) {
    return {
      group: 'model', className, title,
      action: {
        dragstart: (event: Event, element: any) => this.create.start(event, this.step(type), { source: element }),
        click: (_: Event, element: any) => this.append(element, this.step(type)),
      },
    };
  }

  /** Behind a step that leads on, a new step or question comes in between; behind a question it is one more answer. */
  private append(element: any, shape: any) {
    const lines = element.outgoing.filter((line: any) => line.type === 'bpmn:SequenceFlow');
    if (lines.length === 1 && !/Gateway$/.test(element.type)) this.room.insert(shape, lines[0]);
    else this.autoPlace.append(element, shape);
  }
}

export const offerModule = { __init__: ['sunshineOffer'], sunshineOffer: ['type', Offer] };

class StillCommands {
  canExecute() { return false; }
  execute() { /* what is only read is not changed */ }
  canUndo() { return false; }
  canRedo() { return false; }
  undo() { /* nothing was done */ }
  redo() { /* nothing was undone */ }
  clear() { /* nothing to forget */ }
  register() { /* no command is ever called */ }
  registerHandler() { /* no command is ever called */ }
}

/** For people who may look at a workflow and not change it. */
export const readOnlyModule = {
  commandStack: ['type', StillCommands],
  paletteProvider: ['value', null], contextPadProvider: ['value', null], labelEditingProvider: ['value', null],
  sunshineOffer: ['value', null], sunshineRemoval: ['value', null], sunshineRoom: ['value', null], bendpoints: ['value', null], resizeHandles: ['value', null],
};
