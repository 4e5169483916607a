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

  FormPage(FormArtefacts forms, Changes changes, CurrentActor currentActor) {
    super("表单", new FormEditor(), changes, currentActor.require());
    this.forms = forms;
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

  @Override
  void prepare() {
    retitle("表单 " + forms.title(artefact()));
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
