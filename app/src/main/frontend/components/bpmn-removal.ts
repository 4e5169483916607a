/*
 * Takes a step away whole: the ends that its timers tell of go with it, and what led to it leads to what came behind it.
 */
const BEFORE_THE_OTHERS = 3000;

class Removal {
  static $inject = ['eventBus', 'modeling'];

  constructor(eventBus: any, private modeling: any) {
    eventBus.on('commandStack.shape.delete.preExecute', BEFORE_THE_OTHERS, ({ context }: any) => {
      this.takeReminders(context.shape);
      this.join(context.shape);
    });
  }

  private takeReminders(step: any) {
    const ends = [...(step.attachers ?? [])].flatMap((timer: any) => timer.outgoing.map((line: any) => line.target));
    ends.filter((end: any) => end.type === 'bpmn:EndEvent' && end.incoming.length === 1)
      .forEach((end: any) => this.modeling.removeShape(end));
  }

  /** Several lines into one step; a single one bpmn-js joins itself. */
  private join(step: any) {
    const lines = (all: any[]) => all.filter((line) => line.type === 'bpmn:SequenceFlow' && line.source !== line.target);
    const incoming = lines(step.incoming);
    const outgoing = lines(step.outgoing);
    if (incoming.length < 2 || outgoing.length !== 1) return;
    const { target } = outgoing[0];
    incoming.filter((line) => line.source !== target && !target.incoming.some((other: any) => other.source === line.source))
      .forEach((line) => this.modeling.reconnectEnd(line, target, { x: target.x + target.width / 2, y: target.y + target.height / 2 }));
  }
}

export const removalModule = { __init__: ['sunshineRemoval'], sunshineRemoval: ['type', Removal] };
