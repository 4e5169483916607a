package cn.sunshine.workflow;

import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.forms.InvalidFormException;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A form as something that policy staff change. A released form is used by its pack at once; a task
 * that is open already keeps the version that it was opened with ({@code inbox}).
 */
@Component
class FormArtefacts implements ArtefactType, SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(FormArtefacts.class);

  private final WorkflowNames names;
  private final FormLibrary forms;
  private final Versions versions;

  FormArtefacts(WorkflowNames names, FormLibrary forms, Versions versions) {
    this.names = names;
    this.forms = forms;
    this.versions = versions;
  }

  /** What was released before this start; oldest first, so that the newest of each is put last. */
  @Override
  public void afterSingletonsInstantiated() {
    versions.of(ArtefactKind.FORM).forEach(this::putAgain);
  }

  /** What an earlier version of the system let pass may be refused by this one. */
  private void putAgain(PolicyVersion version) {
    try {
      put(version);
    } catch (InvalidFormException wrong) {
      log.error(
          "Version {} of form {} of {} is not read any more, the one before it stays: {}",
          version.number(),
          version.artefact().name(),
          version.artefact().pack(),
          wrong.getMessage());
    }
  }

  private void put(PolicyVersion version) {
    Artefact artefact = version.artefact();
    forms.release(artefact.pack(), forms.read(artefact.name(), version.content()));
  }

  @Override
  public ArtefactKind kind() {
    return ArtefactKind.FORM;
  }

  @Override
  public Optional<Text> inForce(Artefact artefact) {
    return forms
        .find(artefact.pack(), artefact.name())
        .map(form -> text(artefact, form, versions.currentNumber(artefact)));
  }

  @Override
  public Optional<Text> shipped(Artefact artefact) {
    return forms
        .shipped(artefact.pack(), artefact.name())
        .map(form -> text(artefact, form, PolicyVersion.SHIPPED));
  }

  String title(Artefact artefact) {
    return names.formTitle(artefact.pack(), artefact.name());
  }

  private Text text(Artefact artefact, Form form, int number) {
    return new Text(title(artefact), number, form.json().toPrettyString(), "[]");
  }

  @Override
  public List<ArtefactFault> check(Proposal proposal, String tests, List<Proposal> together) {
    Artefact artefact = proposal.artefact();
    if (forms.shipped(artefact.pack(), artefact.name()).isEmpty()) {
      return List.of(ArtefactFault.error("", "没有表单“" + artefact.name() + "”。"));
    }
    try {
      forms.read(artefact.name(), proposal.content());
      return List.of();
    } catch (InvalidFormException wrong) {
      return List.of(ArtefactFault.error(wrong.component(), wrong.getMessage()));
    }
  }

  @Override
  public List<String> lines(Artefact artefact, String content, String tests) {
    return FormLines.of(content);
  }

  @Override
  public void onRelease(PolicyVersion version) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            put(version);
          }
        });
  }

  @Override
  public String page(Artefact artefact, long change) {
    return FormPage.path(artefact.pack(), artefact.name());
  }
}
