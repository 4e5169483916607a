/*
 * <sunshine-bpmn-diagram>: the process of a case as officials know it from the paper flow chart, with the way taken and
 * the step in work. Fed from Java by cn.sunshine.shell.BpmnDiagram. The viewer itself is loaded when first shown.
 * Looks live in META-INF/resources/assets/diagram.css, so they can change without a new bundle.
 */
import type NavigatedViewerType from 'bpmn-js/lib/NavigatedViewer';

/** Below this scale the names of the steps can no longer be read. */
const READABLE_SCALE = 0.6;
/** How a step stands, for a picture of all cases together: what it is marked with and what is written beside it. */
interface Heat { id: string; tone: string; level: number; number: string; note: string }
const ACTIVITY = /Task$|CallActivity$|SubProcess$/;

class BpmnDiagramElement extends HTMLElement {
  private viewer?: NavigatedViewerType;
  private canvasHost!: HTMLElement;
  private loadedXml?: string;
  private pending = false;
  private marked: Array<[string, string]> = [];
  private observer?: ResizeObserver;
  private lastWidth = 0;

  private _xml = '';
  private _completed: string[] = [];
  private _taken: string[] = [];
  private _active: string[] = [];
  private _heat: Heat[] = [];

  set xml(value: string) { this._xml = value ?? ''; this.refreshSoon(); }
  get xml() { return this._xml; }
  set completed(value: string[]) { this._completed = value ?? []; this.refreshSoon(); }
  get completed() { return this._completed; }
  set taken(value: string[]) { this._taken = value ?? []; this.refreshSoon(); }
  get taken() { return this._taken; }
  set active(value: string[]) { this._active = value ?? []; this.refreshSoon(); }
  get active() { return this._active; }

  set heat(value: string) { this._heat = value ? JSON.parse(value) : []; this.refreshSoon(); }
  get heat() { return JSON.stringify(this._heat); }

  connectedCallback() {
    if (!this.canvasHost) this.build();
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.canvasHost);
    this.refreshSoon();
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    // Vaadin moves elements by detaching and attaching them again; only a real removal may destroy the viewer.
    setTimeout(() => {
      if (!this.isConnected && this.viewer) {
        this.viewer.destroy();
        this.viewer = undefined;
        this.loadedXml = undefined;
      }
    });
  }

  private build() {
    this.canvasHost = document.createElement('div');
    this.canvasHost.className = 'diagram-canvas';

    const tools = document.createElement('div');
    tools.className = 'diagram-tools';
    tools.setAttribute('role', 'toolbar');
    tools.setAttribute('aria-label', '流程图显示');
    tools.append(
      this.tool('−', '缩小', () => this.zoomBy(1 / 1.25)),
      this.tool('+', '放大', () => this.zoomBy(1.25)),
      this.tool('全图', '显示整张流程图', () => this.fit()),
      this.tool('当前环节', '移到正在办理的环节', () => this.showActive(), 'diagram-to-active'),
      this.tool('全屏', '全屏显示，按 Esc 退出', () => this.toggleFullScreen()),
    );

    const legend = document.createElement('ul');
    legend.className = 'diagram-legend';
    legend.setAttribute('aria-label', '图例');
    legend.innerHTML =
      '<li><span class="diagram-key done">✓</span>已完成</li>' +
      '<li><span class="diagram-key active">▶</span>正在办理</li>' +
      '<li><span class="diagram-key way"></span>走过的路线</li>' +
      '<li><span class="diagram-key open"></span>未到的环节</li>';

    const heatLegend = document.createElement('ul');
    heatLegend.className = 'diagram-legend diagram-heat-legend';
    heatLegend.setAttribute('aria-label', '图例');
    heatLegend.innerHTML =
      '<li><span class="diagram-heat good">12</span>在办，都在期限内</li>' +
      '<li><span class="diagram-heat warning">12</span>有即将到期的</li>' +
      '<li><span class="diagram-heat bad">12 ▲3</span>有逾期的，▲ 后是逾期件数</li>' +
      '<li>颜色越深，在办越多；点环节看案件</li>';

    const status = document.createElement('p');
    status.className = 'diagram-status';
    this.append(tools, this.canvasHost, legend, heatLegend, status);
  }

  private tool(text: string, title: string, action: () => void, className = '') {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = className;
    button.textContent = text;
    button.title = title;
    button.setAttribute('aria-label', title);
    button.addEventListener('click', action);
    return button;
  }

  private refreshSoon() {
    if (this.pending || !this.isConnected) return;
    this.pending = true;
    queueMicrotask(async () => {
      this.pending = false;
      await this.refresh();
    });
  }

  private async refresh() {
    if (!this._xml) return;
    if (this.loadedXml !== this._xml) {
      const xml = this._xml;
      try {
        if (!this.viewer) await this.createViewer();
        await this.viewer!.importXML(xml);
        this.loadedXml = xml;
        this.marked = [];
        this.say('');
      } catch (problem) {
        console.error(problem);
        this.say('流程图无法显示，请刷新页面再试。');
        return;
      }
      this.markSteps();
      this.firstView();
    } else {
      this.markSteps();
    }
  }

  private async createViewer() {
    const [{ default: NavigatedViewer }] = await Promise.all([
      import('bpmn-js/lib/NavigatedViewer'),
      import('bpmn-js/dist/assets/diagram-js.css'),
      import('bpmn-js/dist/assets/bpmn-js.css'),
    ]);
    this.viewer = new NavigatedViewer({
      container: this.canvasHost,
      textRenderer: {
        defaultStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 13 },
        externalStyle: { fontFamily: getComputedStyle(this).fontFamily, fontSize: 12 },
      },
    } as any);
    (this.viewer as any).on('element.click', (event: any) => {
      if (ACTIVITY.test(event.element.type)) {
        this.dispatchEvent(new CustomEvent('step-click', { detail: event.element.id }));
      }
    });
  }

  private service(name: string): any {
    return (this.viewer as any).get(name);
  }

  private markSteps() {
    const canvas = this.service('canvas');
    const overlays = this.service('overlays');
    const registry = this.service('elementRegistry');
    this.marked.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
    this.marked = [];
    overlays.remove({ type: 'progress' });

    const mark = (id: string, marker: string) => {
      if (!registry.get(id)) return;
      canvas.addMarker(id, marker);
      this.marked.push([id, marker]);
    };
    const sign = (id: string, className: string, text: string) => {
      const element = registry.get(id);
      if (!element || !ACTIVITY.test(element.type)) return;
      const html = document.createElement('div');
      html.className = `diagram-sign ${className}`;
      html.textContent = text;
      const position = className === 'active' ? { top: -12, left: 4 } : { top: -9, right: 9 };
      overlays.add(id, 'progress', { position, html });
    };

    const active = new Set(this._active);
    this._taken.forEach((id) => mark(id, 'way-taken'));
    this._completed.filter((id) => !active.has(id)).forEach((id) => {
      mark(id, 'step-done');
      sign(id, 'done', '✓');
    });
    this._active.forEach((id) => {
      mark(id, 'step-active');
      sign(id, 'active', '▶ 正在办理');
    });
    this._heat.forEach((step) => this.heatUp(step, mark));
    this.describe(registry);
  }

  /** All cases together: the number of cases in a step on its corner, how it goes there below it. */
  private heatUp(step: Heat, mark: (id: string, marker: string) => void) {
    if (!this.service('elementRegistry').get(step.id)) return;
    const overlays = this.service('overlays');
    mark(step.id, 'heat');
    mark(step.id, `heat-${step.tone}`);
    mark(step.id, `heat-level-${step.level}`);
    const html = (className: string, text: string) => {
      const element = document.createElement('div');
      element.className = className;
      element.textContent = text;
      return element;
    };
    if (step.number) {
      overlays.add(step.id, 'progress', {
        // readable however small the picture
        position: { top: -11, right: 14 }, html: html(`diagram-heat ${step.tone}`, step.number), scale: { min: 1 },
      });
    }
    if (step.note) {
      overlays.add(step.id, 'progress', {
        position: { top: -28, left: 0 }, html: html('diagram-heat-note', step.note), show: { minZoom: 0.55 },
      });
    }
  }

  /** What the picture says, for people who do not see it. */
  private describe(registry: any) {
    this.toggleAttribute('heated', this._heat.length > 0);
    const names = (ids: string[]) =>
      ids.map((id) => registry.get(id)).filter((e) => e && ACTIVITY.test(e.type))
        .map((e) => e.businessObject.name || e.id).join('、');
    const done = names(this._completed.filter((id) => !this._active.includes(id)));
    const active = names(this._active);
    const heat = this._heat.map((step) => registry.get(step.id) && [step, registry.get(step.id)])
      .filter(Boolean).map(([step, e]: any) => `${e.businessObject.name || e.id}：${step.number || 0} 件，${step.note}`).join('；');
    const text = ['流程图。', heat && `各环节在办：${heat}。`, done && `已完成：${done}。`, active && `正在办理：${active}。`].filter(Boolean).join('');
    const svg = this.canvasHost.querySelector('svg');
    svg?.setAttribute('role', 'img');
    svg?.setAttribute('aria-label', text);
  }

  private firstView() {
    const canvas = this.service('canvas');
    if (!this.canvasHost.clientWidth) return;
    this.lastWidth = this.canvasHost.clientWidth;
    this.fit();
    if (canvas.zoom() < READABLE_SCALE && this._active.length) this.showActive();
  }

  private fit() {
    if (!this.loadedXml) return;
    const canvas = this.service('canvas');
    canvas.zoom('fit-viewport', 'auto');
    if (canvas.zoom() > 1) canvas.zoom(1, 'auto');
  }

  private zoomBy(factor: number) {
    if (!this.loadedXml) return;
    const canvas = this.service('canvas');
    canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * factor)));
  }

  private showActive() {
    if (!this.loadedXml) return;
    const step = this.service('elementRegistry').get(this._active[0]);
    if (!step) return this.fit();
    const canvas = this.service('canvas');
    const scale = Math.max(READABLE_SCALE + 0.2, Math.min(1, canvas.zoom()));
    const width = this.canvasHost.clientWidth / scale;
    const height = this.canvasHost.clientHeight / scale;
    canvas.viewbox({ x: step.x + step.width / 2 - width / 2, y: step.y + step.height / 2 - height / 2, width, height });
  }

  private toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.requestFullscreen?.();
  }

  private resized() {
    if (!this.viewer || !this.loadedXml) return;
    this.service('canvas').resized();
    const width = this.canvasHost.clientWidth;
    // A tab that was hidden, or full screen: the picture was laid out for another width.
    if (width && Math.abs(width - this.lastWidth) > 80) this.firstView();
  }

  private say(text: string) {
    this.querySelector('.diagram-status')!.textContent = text;
  }
}

customElements.define('sunshine-bpmn-diagram', BpmnDiagramElement);
