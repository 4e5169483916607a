package cn.sunshine.shell;

import com.vaadin.flow.component.html.Span;

/** Says on every page that the people and figures are invented. */
final class DemoMark extends Span {

  DemoMark() {
    super("演示数据");
    addClassName("demo-mark");
    setTitle("本系统当前使用虚构的演示数据，姓名、金额均非真实。");
  }
}
