package cn.sunshine.workflow;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.shell.FormEditor;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One form, to be changed or read. */
@Route("policy/forms/:pack/:form")
@PageTitle("表单 · 阳光帮扶")
@RolesAllowed({"policy", "policy-approver"})
class FormPage extends DraftPage<FormEditor> {

  private final transient FormArtefacts forms;
  private final transient Workflows workflows;

  FormPage(FormArtefacts forms, Workflows workflows, Changes changes, CurrentActor currentActor) {
    super("表单", new FormEditor(), changes, currentActor.require());
    this.forms = forms;
    this.workflows = workflows;
  }

  static String path(String pack, String form) {
    return "policy/forms/" + pack + "/" + form;
  }

  @Override
  Artefact named(BeforeEnterEvent event) {
    return new Artefact(
        event.getRouteParameters().get("pack").orElseThrow(),
        ArtefactKind.FORM,
        event.getRouteParameters().get("form").orElseThrow());
  }

  /** A form is called as the step that it belongs to; its own title is its key. */
  @Override
  void prepare() {
    String name = artefact().name();
    String step = workflows.formTitles(artefact().pack(), actor()).getOrDefault(name, name);
    retitle("表单 " + step);
  }

  @Override
  Component drawing() {
    return editor();
  }

  @Override
  List<ArtefactFault> faults(String content) {
    return forms.check(new Proposal(artefact(), content), "[]", List.of());
  }
}
