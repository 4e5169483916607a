package cn.sunshine.workflow;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.BpmnEditor;
import cn.sunshine.shell.Toast;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One workflow, to be changed or read, and to be tried without keeping it. */
@Route("policy/workflows/:pack/:process")
@PageTitle("流程 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class WorkflowPage extends DraftPage<BpmnEditor> {

  private final transient Workflows workflows;
  private final TrialPanel trial;

  WorkflowPage(Workflows workflows, Changes changes, CurrentActor currentActor) {
    super("流程", new BpmnEditor(), changes, currentActor.require());
    this.workflows = workflows;
    this.trial = new TrialPanel(editor());
  }

  static String path(String pack, String process) {
    return "policy/workflows/" + pack + "/" + process;
  }

  @Override
  Artefact named(BeforeEnterEvent event) {
    return Workflows.artefact(
        event.getRouteParameters().get("pack").orElseThrow(),
        event.getRouteParameters().get("process").orElseThrow());
  }

  @Override
  void prepare() {
    editor().offer(workflows.choices(artefact().pack(), artefact().name()));
    if (workflows.isFixed(artefact())) {
      add(new Paragraph("系统自己靠这个流程运行：改坏了就没有办法再改回来，所以只能查看。"));
    } else {
      addActions(new Button("试运行", event -> editor().save(this::tryOut)));
    }
  }

  @Override
  Component drawing() {
    Div drawing = new Div(trial, editor());
    drawing.addClassName("workflow-drawing");
    return drawing;
  }

  @Override
  List<ArtefactFault> faults(String content) {
    return workflows.check(artefact().pack(), artefact().name(), content, actor());
  }

  private void tryOut(String content) {
    check(content);
    UI ui = UI.getCurrent();
    try {
      trial.follow(
          workflows.tryOut(artefact(), content, draft(), actor(), () -> ui.access(trial::refresh)));
    } catch (Refusal refused) {
      Toast.problem(refused.sentence());
    }
  }
}
