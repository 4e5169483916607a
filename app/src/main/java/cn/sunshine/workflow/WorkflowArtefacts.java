package cn.sunshine.workflow;

import cn.sunshine.engine.Deployments;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ModelFault;
import cn.sunshine.processes.ModelLint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A workflow as something that policy staff change: linted, and deployed when it is released. */
@Component
class WorkflowArtefacts implements ArtefactType {

  private final PackWorkflows workflows;
  private final WorkflowReferences references;
  private final WorkflowNames names;
  private final Versions versions;
  private final Deployments deployments;
  private final ApplicationEventPublisher events;

  WorkflowArtefacts(
      PackWorkflows workflows,
      WorkflowReferences references,
      WorkflowNames names,
      Versions versions,
      Deployments deployments,
      ApplicationEventPublisher events) {
    this.events = events;
    this.workflows = workflows;
    this.references = references;
    this.names = names;
    this.versions = versions;
    this.deployments = deployments;
  }

  @Override
  public ArtefactKind kind() {
    return ArtefactKind.WORKFLOW;
  }

  @Override
  public Optional<Text> inForce(Artefact artefact) {
    return workflows
        .shipped(artefact.pack(), artefact.name())
        .map(
            shipped ->
                versions
                    .current(artefact)
                    .map(version -> text(shipped.name(), version.number(), version.content()))
                    .orElseGet(() -> text(shipped.name(), PolicyVersion.SHIPPED, shipped.text())));
  }

  @Override
  public Optional<Text> shipped(Artefact artefact) {
    return workflows
        .shipped(artefact.pack(), artefact.name())
        .map(model -> text(model.name(), PolicyVersion.SHIPPED, model.text()));
  }

  @Override
  public boolean isFixed(Artefact artefact) {
    return !workflows.isEditable(artefact.pack(), artefact.name());
  }

  private static Text text(String title, int number, String content) {
    return new Text(title, number, content, "[]");
  }

  @Override
  public List<ArtefactFault> check(Proposal proposal, String tests, List<Proposal> together) {
    Artefact artefact = proposal.artefact();
    if (isFixed(artefact)) {
      return List.of(ArtefactFault.error("", "流程“" + artefact.name() + "”只能查看，不能修改。"));
    }
    return ModelLint.check(
            proposal.content().getBytes(StandardCharsets.UTF_8),
            references.surroundings(artefact.pack(), artefact.name(), together))
        .stream()
        .map(WorkflowArtefacts::fault)
        .toList();
  }

  private static ArtefactFault fault(ModelFault fault) {
    return fault.isError()
        ? ArtefactFault.error(fault.elementId(), fault.message())
        : ArtefactFault.warning(fault.elementId(), fault.message());
  }

  @Override
  public List<String> lines(Artefact artefact, String content, String tests) {
    return ModelLint.parse(content.getBytes(StandardCharsets.UTF_8))
        .map(model -> WorkflowLines.of(model, names.of(artefact.pack())))
        .orElseGet(() -> List.of("（流程图不完整，无法逐项比较）"));
  }

  /** The engine has the last word before the version is in force, and gets it once it is. */
  @Override
  public void onRelease(PolicyVersion version) {
    deployments
        .release(version.artefact(), version.content())
        .ifPresent(
            refusal -> {
              throw new Refusal.Invalid("流程引擎不接受这个流程：" + refusal);
            });
    events.publishEvent(new WorkflowReleased());
  }

  @Override
  public String page(Artefact artefact, long change) {
    return WorkflowPage.path(artefact.pack(), artefact.name());
  }
}
