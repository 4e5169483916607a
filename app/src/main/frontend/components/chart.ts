/*
 * <sunshine-chart>: a chart by ECharts, described by an option that Java puts together (cn.sunshine.shell.Chart). The
 * library is loaded when the first chart is shown. Colours are named by the variables of tokens.css, so that a chart
 * follows the page onto a dark big screen. A click on a bar or a point tells where it leads.
 */
import type { EChartsType } from 'echarts/core';

const VARIABLE = /^var\((--[\w-]+)\)$/;

class ChartElement extends HTMLElement {
  private chart?: EChartsType;
  private host!: HTMLElement;
  private observer?: ResizeObserver;
  private pending = false;
  private _option = '';
  private _summary = '';

  set option(value: string) { this._option = value ?? ''; this.drawSoon(); }
  get option() { return this._option; }
  set summary(value: string) { this._summary = value ?? ''; this.drawSoon(); }
  get summary() { return this._summary; }

  connectedCallback() {
    if (!this.host) {
      this.host = document.createElement('div');
      this.host.className = 'chart-host';
      this.append(this.host);
    }
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.host);
    this.drawSoon();
  }

  disconnectedCallback() {
    this.observer?.disconnect();
    // Vaadin moves elements by detaching and attaching them again; only a real removal may dispose of the chart.
    setTimeout(() => {
      if (!this.isConnected) {
        this.chart?.dispose();
        this.chart = undefined;
      }
    });
  }

  private drawSoon() {
    if (this.pending || !this.isConnected) return;
    this.pending = true;
    queueMicrotask(async () => {
      this.pending = false;
      await this.draw();
    });
  }

  private async draw() {
    if (!this._option) return;
    const { init } = await import('./chart-library');
    if (!this.isConnected || !this.host.clientWidth) return;
    if (!this.chart) {
      this.chart = init(this.host, null, { renderer: 'svg' });
      this.chart.on('click', (event: any) => {
        if (event.data?.link) this.dispatchEvent(new CustomEvent('chart-click', { detail: event.data.link }));
      });
    }
    const option = this.painted(JSON.parse(this._option));
    option.animation = false;
    option.textStyle = { fontFamily: getComputedStyle(this).fontFamily, ...option.textStyle };
    (option.series ?? []).forEach((series: any) => {
      if (series.unit) series.tooltip = { valueFormatter: (value: any) => value == null ? '—' : `${value}${series.unit}` };
    });
    this.chart.setOption(option, { notMerge: true });
    this.host.setAttribute('role', 'img');
    this.host.setAttribute('aria-label', this._summary);
    this.setAttribute('drawn', '');
  }

  /** Puts the colours of the page in the place of their names. */
  private painted(value: any): any {
    if (Array.isArray(value)) return value.map((one) => this.painted(one));
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.painted(one)]));
    }
    const name = typeof value === 'string' && VARIABLE.exec(value);
    return name ? getComputedStyle(this).getPropertyValue(name[1]).trim() : value;
  }

  private resized() {
    if (!this.chart) this.drawSoon();
    else this.chart.resize();
  }
}

customElements.define('sunshine-chart', ChartElement);
