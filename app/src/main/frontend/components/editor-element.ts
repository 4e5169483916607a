/*
 * What the three editors of policy staff have in common: a text that Java opens and fetches again, the faults the server
 * finds while people edit, marked where they are and listed below, and the news that something was edited.
 * Looks live in META-INF/resources/assets/editors.css, so they can change without a new bundle.
 */
export interface Fault { element: string; severity: 'error' | 'warning'; message: string }

/** How long nobody may edit before the server gets the text to check. */
const REST = 600;
export const SIGN = { error: '▲', warning: '!' };
export const WORD = { error: '错误', warning: '提醒' };

export abstract class EditorElement extends HTMLElement {
  protected host!: HTMLElement;
  protected faults: Fault[] = [];
  private list!: HTMLElement;
  private status!: HTMLElement;
  private _content = '';
  private _revision = 0;
  private _readOnly = false;
  private _choices: Record<string, Array<{ value: string; label: string }>> = {};
  private opened = -1;
  private ready: Promise<void> = Promise.resolve();
  private timer?: number;
  private fields?: MutationObserver;
  private unsaved = false;
  private readonly leaving = (event: BeforeUnloadEvent) => { if (this.unsaved) event.preventDefault(); };

  set content(value: string) { this._content = value ?? ''; this.openSoon(); }
  get content() { return this._content; }
  /** Grows with every opening, so that the same text can be opened again. */
  set revision(value: number) { this._revision = value ?? 0; this.openSoon(); }
  get revision() { return this._revision; }
  set readOnly(value: boolean) { this._readOnly = !!value; this.openSoon(); }
  get readOnly() { return this._readOnly; }
  /** What may be chosen instead of typed, by the name of the choice. */
  set choices(value: string) { this._choices = value ? JSON.parse(value) : {}; }
  get choices() { return JSON.stringify(this._choices); }

  protected choice(name: string) { return this._choices[name] ?? []; }

  connectedCallback() {
    if (!this.host) {
      this.host = document.createElement('div');
      this.host.className = 'editor-host';
      this.status = document.createElement('p');
      this.status.className = 'editor-status';
      this.status.setAttribute('role', 'status');
      this.list = document.createElement('section');
      this.list.className = 'editor-faults';
      this.list.setAttribute('aria-label', '检查结果');
      this.list.hidden = true;
      this.append(this.status, this.host, this.list);
    }
    window.addEventListener('beforeunload', this.leaving);
    this.openSoon();
  }

  /** Called by Java: what is in the editor has been kept, or is not wanted any more. */
  kept() {
    this.unsaved = false;
  }

  /** Called by Java: there is work beside the text that has not been kept. */
  touched() {
    this.unsaved = true;
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.leaving);
    // Vaadin moves elements by detaching and attaching them again; only a real removal may destroy the editor.
    setTimeout(() => {
      if (this.isConnected) return;
      clearTimeout(this.timer);
      this.fields?.disconnect();
      this.fields = undefined;
      this.destroy();
      this.opened = -1;
    });
  }

  /** Called by Java: the text as it stands in the editor now. */
  async save(): Promise<string> {
    await this.settled();
    // A field that still has the cursor hands its text over when it loses it.
    const field = document.activeElement as HTMLElement | null;
    if (field && this.contains(field)) field.blur();
    return this.opened < 0 ? this._content : this.read();
  }

  /** Called by Java: what is wrong, and where. */
  async showFaults(faults: Fault[]) {
    await this.settled();
    this.faults = faults;
    this.mark();
    this.listFaults();
  }

  protected abstract create(readOnly: boolean): Promise<void>;
  protected abstract load(content: string): Promise<void>;
  protected abstract read(): Promise<string>;
  protected abstract destroy(): void;
  /** Marks the faults where they are. */
  protected abstract mark(): void;
  /** Words for where a fault is; empty for the whole. */
  protected abstract place(fault: Fault): string;
  protected abstract goTo(fault: Fault): void;

  /** To be called whenever something was edited by hand. */
  protected edited() {
    if (this.opened < 0) return;
    this.unsaved = true;
    this.dispatchEvent(new CustomEvent('content-edited'));
    clearTimeout(this.timer);
    this.timer = window.setTimeout(async () => {
      if (this.opened < 0) return;
      this.dispatchEvent(new CustomEvent('content-changed', { detail: await this.read() }));
    }, REST);
  }

  private openSoon() {
    if (!this.isConnected) return;
    this.ready = this.ready.then(() => this.open());
  }

  /** Java sets properties and calls a method in one round trip: the call must see what the properties asked for. */
  protected async settled() {
    let seen;
    do {
      seen = this.ready;
      await seen;
    } while (seen !== this.ready);
  }

  private async open() {
    if (!this._content || this.opened === this._revision || !this.isConnected) return;
    const revision = this._revision;
    this.opened = -1;
    clearTimeout(this.timer);
    this.say('正在打开……');
    try {
      this.destroy();
      this.fields ??= (await import('./code-fields')).tendCodeFields(this.host);
      await this.create(this._readOnly);
      await this.load(this._content);
      this.toggleAttribute('readonly', this._readOnly);
      this.opened = revision;
      this.unsaved = false;
      this.say('');
      this.mark();
    } catch (problem) {
      console.error(problem);
      this.destroy();
      this.say('▲ 无法打开，内容不完整或者格式不对。');
    }
  }

  private say(text: string) {
    this.status.textContent = text;
  }

  private listFaults() {
    const errors = this.faults.filter((fault) => fault.severity === 'error').length;
    const warnings = this.faults.length - errors;
    const head = document.createElement('p');
    head.className = this.faults.length ? 'editor-faults-head' : 'editor-faults-head good';
    head.setAttribute('role', 'status');
    head.textContent = !this.faults.length ? '✓ 没有发现问题'
      : [errors && `${SIGN.error} ${errors} 处错误，改正后才能提交`, warnings && `${SIGN.warning} ${warnings} 处提醒`].filter(Boolean).join('；');
    const items = document.createElement('ol');
    [...this.faults].sort((a, b) => a.severity.localeCompare(b.severity)).forEach((fault) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `editor-fault ${fault.severity}`;
      const where = this.place(fault);
      const sign = document.createElement('span');
      sign.className = 'editor-fault-sign';
      sign.textContent = `${SIGN[fault.severity]} ${WORD[fault.severity]}`;
      const place = document.createElement('b');
      place.textContent = where;
      button.append(sign, place, document.createTextNode(fault.message));
      button.addEventListener('click', () => this.goTo(fault));
      const item = document.createElement('li');
      item.append(button);
      items.append(item);
    });
    this.list.replaceChildren(head, items);
    this.list.hidden = false;
  }
}
