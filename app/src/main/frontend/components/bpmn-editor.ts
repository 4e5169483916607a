/*
 * <sunshine-bpmn-editor>: a workflow as policy staff draw it, with its properties beside it. Fed from Java by
 * cn.sunshine.shell.BpmnEditor. Faults are marked at their elements and listed below.
 */
import { BPMN_TEXTS } from './chinese/bpmn-texts';
import { PANEL_TEXTS } from './chinese/panel-texts';
import { inChinese } from './chinese/translate';
import { EditorElement, Fault, SIGN, WORD } from './editor-element';

/** The panel heads itself with the kind of the element in English. */
const KINDS = new Map(Object.entries(BPMN_TEXTS).map(([english, chinese]) => [english.toLowerCase(), chinese]));
const MORE_KINDS: Record<string, string> = {
  process: '流程', collaboration: '流程图', participant: '流程池', lane: '泳道', 'text annotation': '注释', association: '关联线', 'multiple elements': '多个元素',
  'non-interrupting timer boundary event': '到时间（不中断）', 'non-interrupting message boundary event': '收到消息时（不中断）', 'sub process': '子流程', 'event based gateway': '先到先办',
  'non-interrupting message start event': '收到消息时开始（不中断）', 'intermediate catch event': '中间事件',
};

/** Below this the names of steps cannot be read. */
const READABLE = 0.75;
/** What the palette takes of the left side. */
const TOOLS = 75;

class BpmnEditorElement extends EditorElement {
  private editor?: any;
  private marked: Array<[string, string]> = [];
  private way: Array<[string, string]> = [];
  private observer?: MutationObserver;

  protected async create(readOnly: boolean) {
    const { Modeler, modules, zeebe } = await import('./bpmn-editor-library');
    const { readOnlyModule } = await import('./bpmn-offer');
    const canvas = document.createElement('div');
    canvas.className = 'editor-canvas';
    const panel = document.createElement('div');
    panel.className = 'editor-panel';
    const side = document.createElement('div');
    side.className = 'editor-side';
    side.append(canvas, panel);
    this.host.replaceChildren(side);
    const font = getComputedStyle(this).fontFamily;
    this.editor = new Modeler({
      container: canvas,
      propertiesPanel: { parent: panel },
      moddleExtensions: { zeebe },
      sunshineChoices: (name: string) => this.choice(name),
      textRenderer: { defaultStyle: { fontFamily: font, fontSize: 13 }, externalStyle: { fontFamily: font, fontSize: 12 } },
      additionalModules: [...modules, inChinese(BPMN_TEXTS, PANEL_TEXTS), ...(readOnly ? [readOnlyModule] : [])],
    } as any);
    this.editor.on('commandStack.changed', () => this.edited());
    document.addEventListener('keydown', this.keys, true);
    this.observer = new MutationObserver(() => this.settle(panel, readOnly));
    this.observer.observe(panel, { childList: true, subtree: true, characterData: true });
  }

  protected async load(content: string) {
    await this.editor.importXML(content);
    const canvas = this.editor.get('canvas');
    this.look(canvas);
    this.marked = [];
    this.way = [];
  }

  /** Opens so large that it can be read, from its start, with the tools beside it and not on it. */
  private look(canvas: any) {
    const { inner, outer } = canvas.viewbox();
    const zoom = Math.min(1, Math.max(READABLE, (outer.height - 40) / inner.height));
    const height = outer.height / zoom;
    const start = this.editor.get('elementRegistry').find((one: any) => one.type === 'bpmn:StartEvent' && one.parent?.type !== 'bpmn:SubProcess');
    const middle = start && height < inner.height ? start.y + start.height / 2 : inner.y + inner.height / 2;
    const top = height < inner.height ? Math.max(inner.y - 20, Math.min(middle - height / 2, inner.y + inner.height + 20 - height)) : middle - height / 2;
    canvas.viewbox({ x: inner.x - (this.readOnly ? 20 : TOOLS) / zoom, y: top, width: outer.width / zoom, height });
  }

  /** Shows all of these elements at once, as large as that goes. */
  private lookAt(canvas: any, elements: any[]) {
    const points = elements.flatMap((one) => one.waypoints ?? [one, { x: one.x + one.width, y: one.y + one.height }]);
    const x = points.map((point: any) => point.x);
    const y = points.map((point: any) => point.y);
    const [left, top] = [Math.min(...x), Math.min(...y)];
    const { outer } = canvas.viewbox();
    const zoom = Math.min(1, (outer.width - TOOLS - 40) / (Math.max(...x) - left), (outer.height - 60) / (Math.max(...y) - top));
    canvas.viewbox({ x: left - (TOOLS + 10) / zoom, y: top - 30 / zoom, width: outer.width / zoom, height: outer.height / zoom });
  }

  /** Undo and redo wherever the cursor is, except in a field that has text of its own to undo. */
  private readonly keys = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !this.editor || this.readOnly) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    const target = event.target as HTMLElement;
    // A click on what takes no focus gives it to something around the editor.
    if (!this.contains(target) && !target.contains(this)) return;
    const label = this.editor.get('directEditing');
    const untouched = label.isActive() && label.getValue() === label._active.context.text;
    if (untouched) label.cancel();
    else if (target.closest('input, textarea, select, [contenteditable="true"]')) return;
    event.preventDefault();
    event.stopPropagation();
    const commands = this.editor.get('commandStack');
    if (key === 'y' || event.shiftKey) commands.redo();
    else commands.undo();
  };

  /** Called by Java: the way that a case took in a trial, and where it stopped. */
  async showWay(ids: string[], stopped: string) {
    await this.settled();
    if (!this.editor) return;
    const canvas = this.editor.get('canvas');
    const registry = this.editor.get('elementRegistry');
    this.way.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
    this.way = ids.filter((id) => registry.get(id)).map((id) => [id, 'way-taken'] as [string, string]);
    if (stopped && registry.get(stopped)) this.way.push([stopped, 'way-stopped']);
    this.way.forEach(([id, marker]) => canvas.addMarker(id, marker));
    if (this.way.length) this.lookAt(canvas, this.way.map(([id]) => registry.get(id)));
    if (stopped && registry.get(stopped)) canvas.scrollToElement(registry.get(stopped), 160);
  }

  protected async read() {
    return (await this.editor.saveXML({ format: true })).xml;
  }

  protected destroy() {
    this.observer?.disconnect();
    document.removeEventListener('keydown', this.keys, true);
    this.editor?.destroy();
    this.editor = undefined;
    this.host.replaceChildren();
  }

  /** The panel of something that is only read can be read, and nothing in it be changed. */
  private settle(panel: HTMLElement, readOnly: boolean) {
    const kind = panel.querySelector('.bio-properties-panel-header-type')?.firstChild;
    const name = kind?.nodeValue?.toLowerCase() ?? '';
    const chinese = KINDS.get(name) ?? MORE_KINDS[name];
    if (kind && chinese && kind.nodeValue !== chinese) kind.nodeValue = chinese;
    if (!readOnly) return;
    panel.querySelectorAll<HTMLInputElement>('input, select, textarea').forEach((field) => { if (!field.disabled) field.disabled = true; });
    panel.querySelectorAll<HTMLElement>('[contenteditable="true"]').forEach((field) => { field.contentEditable = 'false'; });
  }

  protected mark() {
    if (!this.editor) return;
    const canvas = this.editor.get('canvas');
    const overlays = this.editor.get('overlays');
    const registry = this.editor.get('elementRegistry');
    this.marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
    this.marked = [];
    overlays.remove({ type: 'fault' });
    const byElement = new Map<string, Fault[]>();
    this.faults.filter((fault) => registry.get(fault.element))
      .forEach((fault) => byElement.set(fault.element, [...(byElement.get(fault.element) ?? []), fault]));
    byElement.forEach((faults, id) => {
      const severity = faults.some((fault) => fault.severity === 'error') ? 'error' : 'warning';
      canvas.addMarker(id, `fault-${severity}`);
      this.marked.push([id, `fault-${severity}`]);
      const html = document.createElement('div');
      html.className = `editor-sign ${severity}`;
      html.textContent = faults.length > 1 ? `${SIGN[severity]} ${faults.length}` : SIGN[severity];
      html.title = faults.map((fault) => `${WORD[fault.severity]}：${fault.message}`).join('\n');
      const element = registry.get(id);
      const position = element.waypoints ? this.middle(element) : { top: -12, left: -8 };
      overlays.add(id, 'fault', { position, html, scale: { min: 1 } });
    });
  }

  private middle(flow: any) {
    const x = flow.waypoints.map((point: any) => point.x);
    const y = flow.waypoints.map((point: any) => point.y);
    const at = flow.waypoints[Math.floor((flow.waypoints.length - 1) / 2)];
    const next = flow.waypoints[Math.floor((flow.waypoints.length - 1) / 2) + 1];
    return { left: (at.x + next.x) / 2 - Math.min(...x) - 8, top: (at.y + next.y) / 2 - Math.min(...y) - 8 };
  }

  protected place(fault: Fault) {
    const element = this.editor?.get('elementRegistry').get(fault.element);
    if (!element) return fault.element;
    const object = element.businessObject;
    if (object.sourceRef && object.targetRef) {
      return object.name || `${object.sourceRef.name || object.sourceRef.id} → ${object.targetRef.name || object.targetRef.id}`;
    }
    return object.name || object.id;
  }

  protected goTo(fault: Fault) {
    const element = this.editor?.get('elementRegistry').get(fault.element);
    if (!element) return;
    const canvas = this.editor.get('canvas');
    if (canvas.zoom() < 0.7) canvas.zoom(0.8);
    canvas.scrollToElement(element, 120);
    this.editor.get('selection').select(element);
  }
}

customElements.define('sunshine-bpmn-editor', BpmnEditorElement);
