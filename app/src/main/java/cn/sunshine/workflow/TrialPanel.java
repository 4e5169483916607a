package cn.sunshine.workflow;

import cn.sunshine.sandbox.SandboxWay;
import cn.sunshine.shell.BpmnEditor;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;

/**
 * The trial of a draft beside its drawing: each way with how its case fared; the bad ones first. A
 * click draws a way.
 */
final class TrialPanel extends Section {

  private final transient BpmnEditor editor;
  private final Div state = new Div();
  private final OrderedList list = new OrderedList();
  private final Button cancel = new Button("停止", event -> stop());
  private transient Optional<SandboxRun> run = Optional.empty();
  private Optional<Integer> shown = Optional.empty();

  TrialPanel(BpmnEditor editor) {
    this.editor = editor;
    addClassName("trial-panel");
    getElement().setAttribute("aria-label", "试运行结果");
    state.getElement().setAttribute("role", "status");
    Button close = new Button("收起", event -> close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    close.addClickShortcut(Key.ESCAPE).listenOn(this);
    cancel.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div head = new Div(new H2("试运行"), cancel, close);
    head.addClassName("trial-head");
    add(
        head,
        new Paragraph("在单独的流程引擎里，每条路走一件假案件：每个判断的每个出口、每个定时器和撤回都走到。不影响在办案件，也不保存。"),
        state,
        list);
    setVisible(false);
  }

  /** Shows a trial that has just been started, in the place of an earlier one. */
  void follow(SandboxRun started) {
    run = Optional.of(started);
    shown = Optional.empty();
    editor.showWay(List.of(), "");
    setVisible(true);
    refresh();
  }

  /** Shows how far the trial has got. */
  void refresh() {
    run.ifPresent(
        now -> {
          List<SandboxWay> ways = now.ways();
          cancel.setVisible(now.state() == SandboxRun.State.RUNNING);
          state.removeAll();
          state.add(verdict(now, ways));
          list.removeAll();
          ways.stream().filter(way -> !way.isGood()).forEach(way -> list.add(item(way)));
          ways.stream().filter(SandboxWay::isGood).forEach(way -> list.add(item(way)));
        });
  }

  private static StateBadge verdict(SandboxRun run, List<SandboxWay> ways) {
    long bad = ways.stream().filter(way -> !way.isGood()).count();
    String counted = ways.size() + " 条路" + (bad == 0 ? "都走通了" : "，其中 " + bad + " 条没有走通");
    return switch (run.state()) {
      case RUNNING ->
          new StateBadge(
              Tone.PLAIN,
              ways.isEmpty()
                  ? "正在准备……"
                  : "正在走第 %d 条，共 %d 条"
                      .formatted(
                          Math.min(ways.size() + 1, ways.getFirst().of()), ways.getFirst().of()));
      case DONE -> new StateBadge(bad == 0 ? Tone.GOOD : Tone.BAD, counted);
      case REFUSED -> new StateBadge(Tone.BAD, run.refusal().orElse("流程引擎不接受这个流程。"));
      case CANCELLED -> new StateBadge(Tone.WARNING, "已停止。走过 " + counted);
      case TIMED_OUT -> new StateBadge(Tone.BAD, "一分钟内没有走完，可能有表达式算不完或者案件在转圈。走过 " + counted);
      case FAILED -> new StateBadge(Tone.BAD, "系统出错，试运行没有完成。请再试一次；再次出错请联系管理员。");
    };
  }

  private ListItem item(SandboxWay way) {
    NativeButton button = new NativeButton();
    button.addClassName("trial-way");
    button.addClassName(way.isGood() ? "good" : "bad");
    button.getElement().setAttribute("aria-pressed", shown.equals(Optional.of(way.number())) + "");
    Span sign = new Span(way.isGood() ? "✓" : "▲");
    sign.addClassName("trial-sign");
    Span title = new Span(way.title());
    title.addClassName("trial-title");
    Span steps = new Span(String.join(" → ", way.steps()));
    steps.addClassName("trial-steps");
    button.add(sign, title);
    if (!way.isGood()) {
      Span words = new Span(way.words());
      words.addClassName("trial-words");
      button.add(words);
    }
    button.add(steps);
    button.addClickListener(
        event -> {
          boolean again = shown.equals(Optional.of(way.number()));
          shown = again ? Optional.empty() : Optional.of(way.number());
          editor.showWay(again ? List.of() : way.taken(), again ? "" : way.stopped());
          refresh();
        });
    return new ListItem(button);
  }

  private void stop() {
    run.ifPresent(SandboxRun::cancel);
    refresh();
  }

  private void close() {
    stop();
    editor.showWay(List.of(), "");
    setVisible(false);
  }

  @Override
  protected void onDetach(DetachEvent event) {
    run.ifPresent(SandboxRun::cancel);
  }
}
