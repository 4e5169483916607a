package cn.sunshine.policychange;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.ReasonDialog;
import cn.sunshine.shell.Section;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Toast;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All versions of an artefact, newest first, each with who released it and what it changed; whoever
 * approves goes back to an earlier one from here.
 */
public final class VersionsDialog extends Dialog {

  private final transient Changes changes;
  private final transient Artefact artefact;
  private final transient Actor actor;
  private final transient Command changed;
  private final Div content = new Div();

  /**
   * @param changed called when the person has gone back to an earlier version
   */
  public VersionsDialog(Changes changes, Artefact artefact, Actor actor, Command changed) {
    this.changes = changes;
    this.artefact = artefact;
    this.actor = actor;
    this.changed = changed;
    setHeaderTitle("“" + changes.titleOf(artefact) + "”的历史版本");
    setWidth("52rem");
    add(content);
    getFooter().add(new Button("关闭", event -> close()));
    draw();
  }

  private void draw() {
    content.removeAll();
    List<PolicyVersion> versions = changes.history(artefact, actor);
    UnaryOperator<String> names = changes.namesOfVersions(versions);
    int current = versions.isEmpty() ? PolicyVersion.SHIPPED : versions.getFirst().number();
    for (PolicyVersion version : versions) {
      content.add(released(version, current, names));
    }
    Section shipped =
        new Section(
            "第 1 版　随系统发布",
            lines(
                changes.lines(artefact, changes.version(artefact, PolicyVersion.SHIPPED, actor))));
    if (current > PolicyVersion.SHIPPED) {
      shipped.withActions(goBack(PolicyVersion.SHIPPED));
    } else {
      shipped.add(new StateBadge(Tone.GOOD, "现行"));
    }
    content.add(shipped);
  }

  private Component released(PolicyVersion version, int current, UnaryOperator<String> names) {
    Section section = new Section("第 %d 版".formatted(version.number()));
    if (version.number() == current) {
      section.add(new StateBadge(Tone.GOOD, "现行"));
    } else {
      section.withActions(goBack(version.number()));
    }
    Paragraph who =
        new Paragraph(
            "%s 生效　起草 %s　审批 %s　%s"
                .formatted(
                    Wording.dateTime(version.effectiveAt()),
                    names.apply(version.author()),
                    names.apply(version.approver()),
                    version.runningCases().chinese()));
    who.addClassName("quiet");
    section.add(who);
    Div why = new Div(new Span("理由：" + version.reason()));
    if (!version.document().isBlank()) {
      why.add(new Span("　依据：" + version.document()));
    }
    version.restores().ifPresent(number -> why.add(new Span("　恢复第 " + number + " 版")));
    if (!version.changeCase().isBlank()) {
      why.add(new Span("　"), new Anchor("cases/" + version.changeCase(), version.changeCase()));
    }
    List<String> before =
        changes.lines(artefact, changes.version(artefact, version.number() - 1, actor));
    List<String> after =
        changes.lines(artefact, changes.version(artefact, version.number(), actor));
    section.add(why, new LineDiff(before, after));
    return section;
  }

  private static Div lines(List<String> lines) {
    Div all = new Div();
    all.addClassName("line-diff");
    new ArrayList<>(lines)
        .forEach(
            line -> {
              Div one = new Div(new Span(line));
              one.addClassName("diff-line");
              all.add(one);
            });
    return all;
  }

  private Component goBack(int number) {
    Button button =
        new Button(
            "恢复这一版",
            event ->
                new ReasonDialog(
                        "恢复到第 " + number + " 版？",
                        "立即生效，成为新的一版；正在办理的案件也改用。现在的版本仍可查看，也可以再恢复。",
                        "恢复",
                        reason -> goBack(number, reason))
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.setVisible(changes.mayApprove(artefact.pack(), actor));
    return button;
  }

  private void goBack(int number, String reason) {
    try {
      PolicyVersion version = changes.goBack(artefact, number, RunningCases.MOVE, reason, actor);
      Toast.done("已恢复，现行为第 " + version.number() + " 版。");
      draw();
      changed.execute();
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    }
  }
}
