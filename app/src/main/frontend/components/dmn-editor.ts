/*
 * <sunshine-dmn-editor>: decision tables as policy staff edit them. Fed from Java by cn.sunshine.shell.DmnEditor. A tab for
 * each table and one for the picture of how they depend on each other; faults are marked at their cells, codes said in words.
 */
import { DMN_TEXTS } from './chinese/dmn-texts';
import { inChinese } from './chinese/translate';
import { EditorElement, Fault, SIGN, WORD } from './editor-element';

const MARKABLE = 'data-element-id';

class DmnEditorElement extends EditorElement {
  private editor?: any;
  private tabs!: HTMLElement;
  private canvas!: HTMLElement;
  private observer?: MutationObserver;

  protected async create(readOnly: boolean) {
    const { Modeler, NavigatedViewer } = await import('./dmn-editor-library');
    this.tabs = document.createElement('div');
    this.tabs.className = 'editor-tabs';
    this.tabs.setAttribute('role', 'tablist');
    this.tabs.setAttribute('aria-label', '决策表');
    this.canvas = document.createElement('div');
    this.canvas.className = 'editor-canvas';
    this.host.replaceChildren(this.tabs, this.canvas);
    const chinese = { additionalModules: [inChinese(DMN_TEXTS)] };
    this.editor = new (readOnly ? NavigatedViewer : Modeler)({
      container: this.canvas,
      drd: chinese, decisionTable: chinese, literalExpression: chinese, boxedExpression: chinese,
    } as any);
    this.editor.on('views.changed', () => this.showTabs());
    this.editor.on('viewer.created', ({ viewer }: any) => viewer.on('commandStack.changed', () => {
      this.edited();
      requestAnimationFrame(() => this.mark());
    }));
    // The tables draw their cells anew while people edit.
    this.observer = new MutationObserver(() => this.mark());
    this.observer.observe(this.canvas, {
      childList: true, subtree: true, attributes: true, attributeFilter: [MARKABLE, 'data-col-id'],
    });
  }

  protected async load(content: string) {
    await this.editor.importXML(content, { open: false });
    const views = this.editor.getViews();
    const first = views.find((view: any) => view.type === 'decisionTable') ?? views[0];
    if (!first) throw new Error('nothing to show');
    await this.editor.open(first);
  }

  protected async read() {
    return (await this.editor.saveXML({ format: true })).xml;
  }

  protected destroy() {
    this.observer?.disconnect();
    this.editor?.destroy();
    this.editor = undefined;
    this.host.replaceChildren();
  }

  private showTabs() {
    if (!this.editor) return;
    const active = this.editor.getActiveView();
    const views = [...this.editor.getViews()].sort((a: any, b: any) => Number(a.type === 'drd') - Number(b.type === 'drd'));
    // A click is lost when its button is drawn anew before the mouse goes up again.
    const shown = JSON.stringify([views.map((view: any) => [view.id, view.name, this.signOf(view)]), active?.id]);
    if (this.tabs.dataset.shown === shown) return;
    this.tabs.dataset.shown = shown;
    this.tabs.replaceChildren(...views.map((view: any) => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.setAttribute('role', 'tab');
      const chosen = active && active.element === view.element;
      tab.setAttribute('aria-selected', String(!!chosen));
      tab.textContent = (view.type === 'drd' ? '关系图' : view.name || view.id) + this.signOf(view);
      tab.addEventListener('click', () => this.editor.open(this.editor.getView(view.element)));
      return tab;
    }));
  }

  private signOf(view: any) {
    const faults = this.faults.filter((fault) => this.viewOf(fault) === view);
    return faults.some((fault) => fault.severity === 'error') ? ` ${SIGN.error}` : faults.length ? ` ${SIGN.warning}` : '';
  }

  protected mark() {
    if (!this.editor) return;
    const marks = new Map<Element, Fault[]>();
    for (const fault of this.faults) {
      const cell = this.cellOf(fault);
      if (cell) marks.set(cell, [...(marks.get(cell) ?? []), fault]);
    }
    this.canvas.querySelectorAll('[data-fault]').forEach((cell) => {
      if (marks.has(cell)) return;
      cell.removeAttribute('data-fault');
      cell.removeAttribute('title');
    });
    marks.forEach((faults, cell) => {
      const severity = faults.some((fault) => fault.severity === 'error') ? 'error' : 'warning';
      const title = faults.map((fault) => `${WORD[fault.severity]}：${fault.message}`).join('\n');
      if (cell.getAttribute('data-fault') !== severity) cell.setAttribute('data-fault', severity);
      if (cell.getAttribute('title') !== title) cell.setAttribute('title', title);
    });
    this.sayWords();
    this.showTabs();
  }

  /** Says in Chinese what the codes in a cell mean. */
  private sayWords() {
    const words = new Map(this.choice('words').map(({ value, label }) => [value, label]));
    this.canvas.querySelectorAll(`td[${MARKABLE}]`).forEach((cell) => {
      const codes = [...(cell.textContent ?? '').matchAll(/"([^"]*)"/g)].map(([, code]) => code);
      const said = codes.map((code) => words.get(code)).filter(Boolean).join('、');
      if (cell.getAttribute('data-words') === (said || null)) return;
      if (said) cell.setAttribute('data-words', said);
      else cell.removeAttribute('data-words');
    });
  }

  /** The cell of the fault's element, or of the nearest thing around it that has a cell in the table that is open. */
  private cellOf(fault: Fault): Element | undefined {
    const view = this.editor.getActiveView();
    if (!view || this.viewOf(fault) !== view) return undefined;
    for (let element = this.elementOf(fault); element; element = element.$parent) {
      const id = CSS.escape(element.id ?? '');
      const cell = element.id && (this.canvas.querySelector(`td[${MARKABLE}="${id}"]`)
        ?? this.canvas.querySelector(`th[${MARKABLE}="${id}"], th[data-col-id="${id}"]`)
        ?? this.canvas.querySelector(`.djs-element[${MARKABLE}="${id}"]`));
      if (cell) return cell;
      if (element === view.element) break;
    }
    return this.canvas.querySelector('.decision-table-properties, .decision-table-name, .literal-expression-properties') ?? undefined;
  }

  private elementOf(fault: Fault): any {
    return this.find(this.editor.getDefinitions(), fault.element);
  }

  private find(element: any, id: string): any {
    if (!element || element.id === id) return element;
    for (const property of element.$descriptor?.properties ?? []) {
      if (property.isReference) continue;
      const value = element[property.name.split(':').pop()];
      for (const part of Array.isArray(value) ? value : [value]) {
        const found = part && typeof part === 'object' && part.$descriptor && this.find(part, id);
        if (found) return found;
      }
    }
    return undefined;
  }

  private viewOf(fault: Fault): any {
    const views = this.editor.getViews();
    for (let element = this.elementOf(fault); element; element = element.$parent) {
      const view = views.find((one: any) => one.element === element);
      if (view) return view;
    }
    return undefined;
  }

  protected place(fault: Fault) {
    if (!this.editor) return '';
    const view = this.viewOf(fault);
    if (!view) return '';
    const table = view.element.decisionLogic;
    let row = '';
    let column = '';
    for (let element = this.elementOf(fault); element && element !== view.element; element = element.$parent) {
      const rule = (table?.rule ?? []).indexOf(element);
      if (rule >= 0) row = `第 ${rule + 1} 行`;
      const inputs = table?.input ?? [];
      const outputs = table?.output ?? [];
      const rules = table?.rule ?? [];
      const clause = inputs[inputs.indexOf(element)] ?? outputs[outputs.indexOf(element)]
        ?? inputs[Math.max(-1, ...rules.map((r: any) => (r.inputEntry ?? []).indexOf(element)))]
        ?? outputs[Math.max(-1, ...rules.map((r: any) => (r.outputEntry ?? []).indexOf(element)))];
      if (clause && !column) column = `“${clause.label || clause.name || clause.inputExpression?.text || (inputs.includes(clause) ? '未填写的条件' : table.outputLabel || '结论')}”列`;
    }
    return [view.type === 'drd' ? '关系图' : view.name || view.id, row, column].filter(Boolean).join('，');
  }

  protected async goTo(fault: Fault) {
    const view = this.viewOf(fault);
    if (!view) return;
    if (this.editor.getActiveView() !== view) await this.editor.open(view);
    requestAnimationFrame(() => {
      this.mark();
      const cell = this.cellOf(fault) as HTMLElement | undefined;
      cell?.scrollIntoView({ block: 'center', inline: 'center' });
      cell?.classList.add('fault-shown');
      setTimeout(() => cell?.classList.remove('fault-shown'), 1600);
      if (cell?.tagName === 'TD') cell.querySelector<HTMLElement>('[contenteditable]')?.focus();
    });
  }
}

customElements.define('sunshine-dmn-editor', DmnEditorElement);
