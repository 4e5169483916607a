/*
 * <sunshine-camunda-form>: a Camunda Form (form-js) as people fill it in. Fed from Java by cn.sunshine.shell.CamundaForm.
 * form-js is loaded when first shown; its texts are turned into Chinese when the bundle is built (form-js-chinese.ts).
 * Looks live in META-INF/resources/assets/form.css, so they can change without a new bundle.
 */
type Json = Record<string, unknown>;
type PathPart = string | number;

/** `members[0].idNumber`, `members.0.idNumber` and `/members/0/idNumber` all name the same field. */
function pathParts(path: string): string[] {
  return path.split(/[./[\]]+/).filter((part) => part !== '');
}

function samePath(parts: string[], valuePath: PathPart[]) {
  return parts.length === valuePath.length && parts.every((part, i) => part === String(valuePath[i]));
}

class CamundaFormElement extends HTMLElement {
  private form?: any;
  private host!: HTMLElement;
  private summary!: HTMLElement;
  private pending = false;
  private ready: Promise<void> = Promise.resolve();
  private imported = false;

  private _schema?: Json;
  private _data: Json = {};
  private _readOnly = false;

  set schema(value: Json) { this._schema = value; this.imported = false; this.refreshSoon(); }
  get schema() { return this._schema as Json; }
  set data(value: Json) { this._data = value ?? {}; this.imported = false; this.refreshSoon(); }
  get data() { return this._data; }
  set readOnly(value: boolean) { this._readOnly = !!value; this.refreshSoon(); }
  get readOnly() { return this._readOnly; }

  connectedCallback() {
    if (!this.host) {
      this.summary = document.createElement('div');
      this.summary.className = 'form-summary';
      this.summary.setAttribute('role', 'alert');
      this.summary.hidden = true;
      this.host = document.createElement('div');
      this.append(this.summary, this.host);
    }
    this.refreshSoon();
  }

  disconnectedCallback() {
    setTimeout(() => {
      if (!this.isConnected && this.form) {
        this.form.destroy();
        this.form = undefined;
        this.imported = false;
      }
    });
  }

  /** Called by Java: what was filled in and what the form itself finds wrong with it, as `{data, errors: [{path, message}]}`. */
  async submit() {
    await this.settled();
    if (!this.form || !this.imported) return { data: {}, errors: [{ path: '', message: '表单还没有打开，请稍候再试。' }] };
    if (this._readOnly) return { data: this._data, errors: [] };
    const { data, errors } = this.form.submit();
    const found = this.listErrors(errors);
    this.summarise(found.length, []);
    if (found.length) this.focusFirstError();
    return { data: JSON.parse(JSON.stringify(data)), errors: found };
  }

  /** Called by Java: what the server found wrong, path to message. Paths without a field are listed above the form. */
  async showErrors(messages: Record<string, string>) {
    await this.settled();
    if (!this.form || !this.imported) return;
    const instances = this.form.get('formFieldInstanceRegistry').getAllKeyed();
    const errors: Record<string, any> = {};
    const homeless: string[] = [];
    let count = 0;
    for (const [path, message] of Object.entries(messages)) {
      const field = this.fieldFor(pathParts(path), instances);
      count++;
      if (!field) {
        homeless.push(message);
        continue;
      }
      const keys = [field.id, ...Object.values(field.indexes ?? {})].map(String);
      let level = errors;
      keys.slice(0, -1).forEach((key) => (level = level[key] ??= {}));
      const last = keys[keys.length - 1];
      level[last] = [...(level[last] ?? []), message];
    }
    this.form._setState({ errors });
    this.summarise(count, homeless);
    if (count > homeless.length) this.focusFirstError();
  }

  /** Called by Java: back to the data it was opened with. */
  async reset() {
    await this.settled();
    this.form?.reset();
    this.summarise(0, []);
  }

  private fieldFor(path: string[], instances: any[]) {
    for (let length = path.length; length > 0; length--) {
      const parts = path.slice(0, length);
      const field = instances.find((instance) => samePath(parts, instance.valuePath));
      if (field) return field;
    }
    return undefined;
  }

  private listErrors(errors: Json): Array<{ path: string; message: string }> {
    const list: Array<{ path: string; message: string }> = [];
    for (const instance of this.form.get('formFieldInstanceRegistry').getAllKeyed()) {
      let level: any = errors;
      for (const key of [instance.id, ...Object.values(instance.indexes ?? {})]) level = level?.[key as string];
      if (Array.isArray(level)) {
        level.filter((m) => typeof m === 'string')
          .forEach((message) => list.push({ path: instance.valuePath.join('.'), message }));
      }
    }
    return list;
  }

  private summarise(count: number, homeless: string[]) {
    this.summary.hidden = count === 0;
    this.summary.replaceChildren();
    if (count === 0) return;
    const line = document.createElement('p');
    line.textContent = `▲ 有 ${count} 处需要改正，请按提示修改后再提交。`;
    this.summary.append(line);
    homeless.forEach((message) => {
      const item = document.createElement('p');
      item.textContent = message;
      this.summary.append(item);
    });
  }

  private focusFirstError() {
    requestAnimationFrame(() => {
      const field = this.host.querySelector<HTMLElement>(
        '.fjs-has-errors input, .fjs-has-errors textarea, .fjs-has-errors [tabindex]');
      field?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
  }

  private refreshSoon() {
    if (this.pending || !this.isConnected) return;
    this.pending = true;
    this.ready = this.ready.then(async () => {
      this.pending = false;
      try {
        await this.refresh();
      } catch (problem) {
        console.error(problem);
        this.summary.hidden = false;
        this.summary.textContent = '▲ 表单无法显示，请刷新页面再试。';
      }
    });
  }

  /** Java sets a property and calls a method in one round trip: the call must see the form that the property asked for. */
  private async settled() {
    let seen;
    do {
      seen = this.ready;
      await seen;
    } while (seen !== this.ready);
  }

  private async refresh() {
    if (!this._schema || !this.isConnected) return;
    if (!this.form) await this.createForm();
    if (!this.imported) {
      await this.form.importSchema(this._schema, this._data);
      this.imported = true;
      this.summarise(0, []);
    }
    this.form.setProperty('readOnly', this._readOnly);
    this.toggleAttribute('readonly', this._readOnly);
  }

  private async createForm() {
    const [{ Form }, { default: flatpickr }, { Mandarin }] = await Promise.all([
      import('@bpmn-io/form-js-viewer'),
      import('flatpickr'),
      import('flatpickr/dist/l10n/zh.js'),
      import('@bpmn-io/form-js-viewer/dist/assets/form-js.css'),
    ]);
    flatpickr.localize(Mandarin);
    this.form = new Form({ container: this.host });
    let opened = false;
    this.form.on('import.done', () => (opened = true));
    this.form.on('field.updated', () => {
      if (opened) this.dispatchEvent(new CustomEvent('form-edited'));
    });
  }
}

customElements.define('sunshine-camunda-form', CamundaFormElement);
