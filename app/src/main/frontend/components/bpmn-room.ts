/*
 * Makes room for a step that is put on a line: what lies behind moves on, so that the new step lies free and is wired to its
 * neighbours, and the timers of the step before stay where they are.
 */
import { selfAndAllChildren } from 'diagram-js/lib/util/Elements';

const MARGIN = 50;
const BEFORE_THE_OTHERS = 3000;
const AFTER_THE_OTHERS = 200;
const SAME_HEIGHT = 12;

class Room {
  static $inject = ['eventBus', 'canvas', 'spaceTool', 'modeling', 'selection'];

  constructor(eventBus: any, private canvas: any, private spaceTool: any, private modeling: any, private selection: any) {
    eventBus.on('commandStack.shape.create.preExecute', BEFORE_THE_OTHERS, ({ context }: any) => this.widen(context));
    eventBus.on('commandStack.shape.create.postExecuted', AFTER_THE_OTHERS, ({ context }: any) => {
      if (!context.roomMade) return;
      [...context.shape.incoming, ...context.shape.outgoing].forEach((line: any) => this.modeling.layoutConnection(line));
    });
  }

  /** Puts a new shape on a line, as if it had been dropped there. */
  insert(shape: any, flow: any) {
    const from = flow.waypoints[0];
    const to = flow.waypoints[flow.waypoints.length - 1];
    const made = this.modeling.createShape(shape, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, flow);
    this.selection.select(made);
    this.canvas.scrollToElement(made, 100);
  }

  private widen(context: any) {
    const { parent: flow, shape } = context;
    if (!flow?.waypoints || context.host || !flow.source || !flow.target) return;
    const begin = flow.source.x + flow.source.width;
    const gap = flow.target.x - begin;
    // A line back or straight down has room enough beside it.
    if (gap <= 0) return;
    const lacking = shape.width + 2 * MARGIN - gap;
    if (lacking > 0) this.space(Math.ceil(lacking / 10) * 10, begin + 1);
    const middle = (one: any) => one.y + one.height / 2;
    const level = Math.abs(middle(flow.source) - middle(flow.target)) < SAME_HEIGHT;
    const x = level ? (begin + flow.target.x) / 2 : flow.target.x - MARGIN - shape.width / 2;
    const y = middle(flow.target);
    context.position = context.position?.width
      ? { x: x - shape.width / 2, y: y - shape.height / 2, width: shape.width, height: shape.height }
      : { x, y };
    context.roomMade = true;
  }

  private space(delta: number, start: number) {
    const all = selfAndAllChildren(this.canvas.getRootElement(), true);
    const { movingShapes, resizingShapes } = this.spaceTool.calculateAdjustments(all, 'x', delta, start);
    this.spaceTool.makeSpace(movingShapes, resizingShapes, { x: delta, y: 0 }, 'e', start);
  }
}

export const roomModule = { __init__: ['sunshineRoom'], sunshineRoom: ['type', Room] };
