package cn.sunshine.notification.outbound;

import cn.sunshine.shell.EmptyState;
import cn.sunshine.shell.MenuGroup;
import cn.sunshine.shell.Page;
import cn.sunshine.shell.Panel;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** What has left the house and what could not; the administrator has it tried again. */
@Route("outbound")
@PageTitle("外发消息 · 阳光帮扶")
@Menu(title = "外发消息", order = MenuGroup.ADMINISTRATION_FROM + 30)
@RolesAllowed("admin")
class OutboundPage extends Page {

  private final transient Outbox outbox;
  private final Grid<OutboundMessage> grid = new Grid<>();
  private final Div total = new Div();

  OutboundPage(Outbox outbox, OutboundProperties properties) {
    super("外发消息");
    this.outbox = outbox;
    addClassName("list-page");
    Span channels =
        new Span(
            "电子邮件："
                + (properties.mails() ? "已启用" : "未启用")
                + "　Webhook："
                + (properties.calls() ? "已启用" : "未启用"));
    channels.addClassName("quiet");
    besideTitle(channels);
    addActions(new Button("刷新", click -> refresh()));
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
    grid.addComponentColumn(OutboundPage::state).setHeader("状态").setWidth("8rem").setFlexGrow(0);
    grid.addColumn(one -> one.channel().chinese()).setHeader("渠道").setWidth("7rem").setFlexGrow(0);
    grid.addColumn(OutboundMessage::recipient).setHeader("收件人").setFlexGrow(2);
    grid.addColumn(OutboundMessage::title).setHeader("内容").setFlexGrow(2);
    grid.addColumn(one -> Wording.dateTime(one.createdAt()))
        .setHeader("产生")
        .setWidth("10rem")
        .setFlexGrow(0);
    grid.addColumn(OutboundMessage::attempts).setHeader("次数").setWidth("4rem").setFlexGrow(0);
    grid.addColumn(OutboundPage::remark).setHeader("说明").setFlexGrow(3);
    grid.addComponentColumn(this::again).setHeader("").setWidth("6rem").setFlexGrow(0);
    grid.setItems(
        query -> outbox.newest(query.getOffset(), query.getLimit()).stream(),
        query -> (int) outbox.count(Optional.empty()));
    grid.setEmptyStateComponent(new EmptyState("没有外发的消息", "启用电子邮件或 Webhook 后，发出的提醒会列在这里，办法见运维手册。"));
    Panel panel = new Panel(grid, total);
    panel.addClassName("list-panel");
    total.addClassName("list-total");
    add(panel);
    refresh();
  }

  private static Component state(OutboundMessage message) {
    Tone tone =
        switch (message.state()) {
          case WAITING -> Tone.STOPPED;
          case SENT -> Tone.GOOD;
          case DEAD -> Tone.BAD;
        };
    return new StateBadge(tone, message.state().chinese());
  }

  private static String remark(OutboundMessage message) {
    return switch (message.state()) {
      case SENT -> message.sentAt().map(at -> Wording.dateTime(at) + " 发出").orElse("");
      case WAITING ->
          message.lastProblem().isEmpty()
              ? ""
              : message.lastProblem() + "；" + Wording.dateTime(message.nextAttempt()) + " 再试";
      case DEAD -> message.lastProblem();
    };
  }

  private Component again(OutboundMessage message) {
    if (message.state() != OutboundMessage.State.DEAD) {
      return new Span();
    }
    Button button =
        new Button(
            "重发",
            click -> {
              outbox.again(message.id());
              Toast.done("已重新排队发送");
              refresh();
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void refresh() {
    long dead = outbox.count(Optional.of(OutboundMessage.State.DEAD));
    total.setText(
        "共 "
            + Wording.number(outbox.count(Optional.empty()))
            + " 条，其中发送失败 "
            + Wording.number(dead)
            + " 条"
            + (dead > 0 ? "，排在最前" : ""));
    grid.getDataProvider().refreshAll();
  }
}
