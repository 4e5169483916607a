/*
 * <sunshine-form-editor>: a form as policy staff put it together. Fed from Java by cn.sunshine.shell.FormEditor. What is ours in
 * the JSON (the outcomes, the cross checks) passes through the editor untouched. The texts are Chinese by form-editor-chinese.ts.
 */
import { EditorElement, Fault, WORD } from './editor-element';

type Field = { id?: string; key?: string; path?: string; label?: string; text?: string; components?: Field[] };

class FormEditorElement extends EditorElement {
  private editor?: any;
  private schema: any;
  private observer?: MutationObserver;

  protected async create(readOnly: boolean) {
    const { Form, FormEditor } = await import('./form-editor-library');
    const canvas = document.createElement('div');
    canvas.className = 'editor-canvas';
    this.host.replaceChildren(canvas);
    this.editor = readOnly ? new Form({ container: canvas, properties: { readOnly: true } } as any) : new FormEditor({ container: canvas } as any);
    // Selecting a field is a change of state as well: only another form is an edit.
    this.editor.on('changed', () => {
      if (readOnly || !this.schema) return;
      const now = JSON.stringify(this.editor.saveSchema());
      if (now === this.schema) return;
      this.schema = now;
      this.edited();
    });
    this.observer = new MutationObserver(() => this.mark());
    this.observer.observe(canvas, { childList: true, subtree: true });
  }

  protected async load(content: string) {
    this.schema = undefined;
    const parsed = JSON.parse(content);
    await this.editor.importSchema(parsed);
    this.schema = this.editor.saveSchema ? JSON.stringify(this.editor.saveSchema()) : content;
  }

  protected async read() {
    return this.editor.saveSchema ? JSON.stringify(this.editor.saveSchema(), null, 2) : this.content;
  }

  protected destroy() {
    this.observer?.disconnect();
    this.editor?.destroy();
    this.editor = undefined;
    this.schema = undefined;
    this.host.replaceChildren();
  }

  protected mark() {
    if (!this.editor) return;
    this.host.querySelectorAll('[data-fault]').forEach((place) => {
      if (this.faults.some((fault) => this.fieldOf(fault)?.id === place.getAttribute('data-id'))) return;
      place.removeAttribute('data-fault');
      place.removeAttribute('title');
    });
    this.faults.forEach((fault) => {
      const place = this.placeOf(fault);
      if (!place) return;
      const faults = this.faults.filter((one) => this.placeOf(one) === place);
      const severity = faults.some((one) => one.severity === 'error') ? 'error' : 'warning';
      const title = faults.map((one) => `${WORD[one.severity]}：${one.message}`).join('\n');
      if (place.getAttribute('data-fault') !== severity) place.setAttribute('data-fault', severity);
      if (place.getAttribute('title') !== title) place.setAttribute('title', title);
    });
  }

  private placeOf(fault: Fault): HTMLElement | null {
    const field = this.fieldOf(fault);
    return field?.id ? this.host.querySelector<HTMLElement>(`.fjs-element[data-id="${CSS.escape(field.id)}"]`) : null;
  }

  /** The server names a field by its id or by its key. */
  private fieldOf(fault: Fault): Field | undefined {
    if (!this.schema || !fault.element) return undefined;
    const search = (fields: Field[]): Field | undefined => {
      for (const field of fields) {
        if ([field.id, field.key, field.path].includes(fault.element)) return field;
        const found = search(field.components ?? []);
        if (found) return found;
      }
      return undefined;
    };
    return search(JSON.parse(this.schema).components ?? []);
  }

  protected place(fault: Fault) {
    const field = this.fieldOf(fault);
    return field ? `“${field.label || field.key || field.id}”` : '';
  }

  protected goTo(fault: Fault) {
    const place = this.placeOf(fault);
    place?.scrollIntoView({ block: 'center' });
    place?.classList.add('fault-shown');
    setTimeout(() => place?.classList.remove('fault-shown'), 1600);
    const field = this.fieldOf(fault);
    if (field && !this.readOnly) this.editor.get('selection').set(this.editor.get('formFieldRegistry').get(field.id));
  }
}

customElements.define('sunshine-form-editor', FormEditorElement);
