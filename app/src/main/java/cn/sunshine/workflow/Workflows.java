package cn.sunshine.workflow;

import cn.sunshine.account.Actor;
import cn.sunshine.engine.Deployments;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.policychange.ChangeItem;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ModelLint;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.shell.BpmnEditor.Choices;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What policy staff do with workflows; who may what, {@link Changes} decides by the pack. */
@Service
class Workflows {

  private final PackWorkflows workflows;
  private final WorkflowReferences references;
  private final WorkflowNames names;
  private final WorkflowArtefacts artefacts;
  private final Changes changes;
  private final Deployments deployments;
  private final SandboxOrders orders;
  private final Sandboxes sandboxes;
  private final JdbcClient jdbc;

  Workflows(
      PackWorkflows workflows,
      WorkflowReferences references,
      WorkflowNames names,
      WorkflowArtefacts artefacts,
      Changes changes,
      Deployments deployments,
      SandboxOrders orders,
      Sandboxes sandboxes,
      JdbcClient jdbc) {
    this.workflows = workflows;
    this.references = references;
    this.names = names;
    this.artefacts = artefacts;
    this.changes = changes;
    this.deployments = deployments;
    this.orders = orders;
    this.sandboxes = sandboxes;
    this.jdbc = jdbc;
  }

  /**
   * A model in the list.
   *
   * @param number of the version in force
   * @param running how many cases of the pack run by it
   * @param runningOnEarlier how many of them by an earlier version, or calling one
   * @param released what has been released of the models that it calls
   */
  record Row(
      String pack,
      String process,
      String title,
      int number,
      long running,
      long runningOnEarlier,
      List<Part> released) {}

  /**
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   */
  @Transactional(readOnly = true)
  List<Row> of(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    List<Part> released =
        parts(pack, workflows.called(pack)).stream()
            .filter(part -> part.number() > PolicyVersion.SHIPPED)
            .toList();
    return workflows.begun(pack).stream().map(process -> row(pack, process, released)).toList();
  }

  /**
   * A model by which no case begins.
   *
   * @param callers the names of the models that call it
   */
  record Part(String pack, String process, String title, int number, List<String> callers) {}

  /**
   * The models that others call.
   *
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   */
  @Transactional(readOnly = true)
  List<Part> called(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    return parts(pack, workflows.called(pack));
  }

  /**
   * The models that can only be read.
   *
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   */
  @Transactional(readOnly = true)
  List<Part> fixed(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    return parts(pack, workflows.fixed(pack));
  }

  private Part part(String pack, String process) {
    ArtefactType.Text text = artefacts.inForce(artefact(pack, process)).orElseThrow();
    return new Part(
        pack,
        process,
        text.title(),
        text.number(),
        workflows.callers(pack, process).stream().map(ProcessModel::name).toList());
  }

  boolean isFixed(Artefact workflow) {
    return artefacts.isFixed(workflow);
  }

  private Row row(String pack, String process, List<Part> released) {
    List<String> parts = workflows.partsOf(pack, process);
    ArtefactType.Text text = artefacts.inForce(artefact(pack, process)).orElseThrow();
    ProcessModel model = workflows.inForce(pack, process).orElseThrow();
    return jdbc.sql(
            """
            select count(*), count(*) filter (where model <> ? or model_version <> ?)
            from casefile where status = 'RUNNING' and pack = ? and process = ?
            """)
        .params(model.id(), deployments.currentVersion(model.id()), pack, process)
        .query(
            (counts, n) ->
                new Row(
                    pack,
                    process,
                    text.title(),
                    text.number(),
                    counts.getLong(1),
                    counts.getLong(2),
                    released.stream().filter(part -> parts.contains(part.process())).toList()))
        .single();
  }

  private List<Part> parts(String pack, List<String> processes) {
    return processes.stream()
        .map(process -> part(pack, process))
        .sorted(Comparator.comparing(Part::title).thenComparing(Part::process))
        .toList();
  }

  /** The model in force, and the draft of the actor's that would replace it. */
  record Opened(String title, int number, String content, Optional<PolicyChange> draft) {}

  /**
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   * @throws Refusal.NotFound when the pack has no such model to change
   */
  @Transactional(readOnly = true)
  Opened open(String pack, String process, Actor actor) {
    ArtefactType.Text inForce = changes.inForce(artefact(pack, process), actor);
    Optional<PolicyChange> hand =
        changes.mayWrite(pack, actor) ? changes.inHand(pack, actor) : Optional.empty();
    Optional<ChangeItem> item = hand.flatMap(change -> change.item(artefact(pack, process)));
    return new Opened(
        inForce.title(),
        inForce.number(),
        item.map(ChangeItem::content).orElse(inForce.content()),
        item.isPresent() ? hand : Optional.empty());
  }

  /**
   * The model as a change would have it.
   *
   * @throws Refusal.NotFound when there is no such change, or it has nothing to say about the model
   */
  @Transactional(readOnly = true)
  Opened proposed(String pack, String process, long change, Actor actor) {
    ArtefactType.Text inForce = changes.inForce(artefact(pack, process), actor);
    PolicyChange found = changes.find(change, actor);
    ChangeItem item =
        found
            .item(artefact(pack, process))
            .orElseThrow(() -> new Refusal.NotFound("第 " + change + " 号修改没有改这个流程。"));
    return new Opened(inForce.title(), inForce.number(), item.content(), Optional.of(found));
  }

  /** The ids of the forms that the pack's workflows can name. */
  List<String> forms(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    return names.forms(pack);
  }

  /** The Chinese names of those forms, by key: that of the step they belong to. */
  Map<String, String> formTitles(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    return names.formTitles(pack);
  }

  boolean mayWrite(String pack, Actor actor) {
    return changes.mayWrite(pack, actor);
  }

  Choices choices(String pack, String process) {
    return references.choices(pack, process);
  }

  /** What is wrong with a text that is being written. */
  @Transactional(readOnly = true)
  List<ArtefactFault> check(String pack, String process, String content, Actor actor) {
    changes.requireSight(pack, actor);
    if (isFixed(artefact(pack, process))) {
      return List.of();
    }
    List<Proposal> together =
        changes.mayWrite(pack, actor)
            ? changes.inHand(pack, actor).map(PolicyChange::proposals).orElseGet(List::of)
            : List.of();
    return artefacts.check(new Proposal(artefact(pack, process), content), "[]", together);
  }

  /**
   * Keeps a text in the actor's change, faulty or not.
   *
   * @return the change it is kept in
   */
  @Transactional
  PolicyChange keep(String pack, String process, String content, Actor actor) {
    PolicyChange change = changes.begin(pack, actor);
    changes.put(change.id(), artefact(pack, process), content, "[]", actor);
    return changes.find(change.id(), actor);
  }

  /**
   * Starts a trial of a text: one case for each way through it, on an engine of its own. An earlier
   * trial of the actor's ends.
   *
   * @param together the change that the text belongs to, with the forms and terms beside it
   * @param changed called from another thread whenever the trial has got further
   * @throws Refusal.Forbidden when the pack's policy is not the actor's concern
   * @throws Refusal.Invalid when it is not even a model that can be read
   * @throws Refusal.Conflict when too many people try something at the moment
   */
  SandboxRun tryOut(
      Artefact workflow,
      String content,
      Optional<PolicyChange> together,
      Actor actor,
      Runnable changed) {
    String pack = workflow.pack();
    changes.requireSight(pack, actor);
    ProcessModel model =
        ModelLint.parse(content.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new Refusal.Invalid("流程图不完整，请先改正检查出的错误。"));
    List<Proposal> proposals = together.map(PolicyChange::proposals).orElseGet(List::of);
    return sandboxes.start(actor.username(), orders.of(workflow, model, proposals), changed);
  }

  static Artefact artefact(String pack, String process) {
    return new Artefact(pack, ArtefactKind.WORKFLOW, process);
  }
}
