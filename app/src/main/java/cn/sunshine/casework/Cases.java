package cn.sunshine.casework;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.engine.Deployments;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.StartMessage;
import cn.sunshine.region.Region;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts, shows and ends cases. */
@Service
public class Cases {

  private static final int LONGEST_REASON = 2000;

  private final CaseRepository cases;
  private final CaseKinds kinds;
  private final Regions regions;
  private final Packs packs;
  private final ProcessLibrary models;
  private final Deployments deployments;
  private final EngineCommands engine;
  private final Inbox inbox;
  private final AuditTrail audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Cases(
      CaseRepository cases,
      CaseKinds kinds,
      Regions regions,
      Packs packs,
      ProcessLibrary models,
      Deployments deployments,
      EngineCommands engine,
      Inbox inbox,
      AuditTrail audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.kinds = kinds;
    this.regions = regions;
    this.packs = packs;
    this.models = models;
    this.deployments = deployments;
    this.engine = engine;
    this.inbox = inbox;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Starts a case: checks the application, opens the file and writes down the start command, all or
   * nothing.
   *
   * @param process the plain process id; the pack of the region chooses the variant
   */
  @Transactional
  public CaseFile start(String process, String regionCode, Map<String, Object> data, Actor actor) {
    CaseKind kind = kind(process);
    Region region = regions.require(regionCode);
    PolicyPack pack = packs.require(regionCode);
    if (!pack.processes().contains(process)) {
      throw new Refusal.Invalid(pack.title() + "没有开通“" + kind.title() + "”流程。");
    }
    Application application = kind.check(pack.name(), region, data, actor);
    String model = models.find(pack.name(), process).orElseThrow().id();
    CaseFile file =
        new CaseFile(
            nextId(pack),
            new CaseFile.CaseModel(process, model, deployments.currentVersion(model), pack.name()),
            regionCode,
            actor.username(),
            application,
            clock.instant());
    cases.save(file);
    kind.onApplication(file);
    engine.start(
        file.getId(),
        StartMessage.of(model),
        Map.of("caseId", file.getId(), "pack", pack.name(), "region", regionCode));
    record(file, actor.username(), "apply", "", Map.of("model", model));
    return file;
  }

  /**
   * @throws Refusal.NotFound when there is no such case, or it is not the actor's to see
   */
  @Transactional(readOnly = true)
  public CaseFile find(String id, Actor actor) {
    return cases.findById(id).filter(file -> maySee(actor, file)).orElseThrow(() -> noSuchCase(id));
  }

  /** The account that applied for a case; empty when the id is no case's. */
  @Transactional(readOnly = true)
  public Optional<String> applicantOf(String id) {
    return cases.findById(id).map(CaseFile::applicant);
  }

  /** Whether the actor, who may see the case, sees its ID numbers, phones and scans unmasked. */
  public boolean seesIdentities(CaseFile file, Actor actor) {
    return kind(file.process()).circle().isEmpty()
        ? CaseAccess.seesIdentities(actor, file) || kind(file.process()).isWorkedOnBy(file, actor)
        : maySee(actor, file);
  }

  private boolean maySee(Actor actor, CaseFile file) {
    Set<Role> circle = kind(file.process()).circle();
    boolean byRole =
        circle.isEmpty()
            ? CaseAccess.maySee(actor, file) || kind(file.process()).isWorkedOnBy(file, actor)
            : CaseAccess.isInCircle(actor, file, circle);
    return byRole || hasATaskIn(file, actor);
  }

  /**
   * Whoever has to decide in a case looks into it first, such as the helper who signs (JY-3): the
   * office, or the person whose own the task is. Who took a task and has left the office does not.
   */
  private boolean hasATaskIn(CaseFile file, Actor actor) {
    return inbox.ofCase(file.getId()).stream()
        .anyMatch(
            task ->
                task.candidates()
                    .map(office -> actor.holdsAt(office.role(), office.region()))
                    .orElseGet(() -> task.assignee().equals(Optional.of(actor.username()))));
  }

  /** The data of a case, as much of them as the actor may see. */
  public Map<String, Object> dataFor(CaseFile file, Actor actor) {
    CaseKind kind = kind(file.process());
    Map<String, Object> data =
        new LinkedHashMap<>(seesIdentities(file, actor) ? file.data() : kind.masked(file.data()));
    data.putAll(kind.moreFor(file, actor));
    return data;
  }

  /** The history of a case that the actor may see, oldest first. */
  @Transactional(readOnly = true)
  public List<AuditEntry> timeline(CaseFile file) {
    return audit.of(stream(file.getId()));
  }

  /** All tasks of a case that the actor may see, oldest first. */
  @Transactional(readOnly = true)
  public List<Task> tasks(CaseFile file) {
    return inbox.ofCase(file.getId());
  }

  /** What the applicant should know before withdrawing. */
  String afterWithdrawal(CaseFile file) {
    return kind(file.process()).afterWithdrawal();
  }

  /** The applicant withdraws. Done twice, it changes nothing the second time. */
  @Transactional
  public CaseFile withdraw(String id, String reason, Actor actor) {
    // Held before it is read: the engine may just be writing to a case that has only been started.
    CaseFile file =
        cases.lockById(id).filter(found -> maySee(actor, found)).orElseThrow(() -> noSuchCase(id));
    if (!file.applicant().equals(actor.username())) {
      throw new Refusal.Forbidden("只有申请人的账号可以撤回申请。");
    }
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new Refusal.Invalid(
          "请写明撤回的理由（不超过 " + LONGEST_REASON + " 字）。",
          List.of(new Refusal.FieldFault("reason", "请写明理由")));
    }
    if (file.status() == CaseFile.Status.WITHDRAWN) {
      return file;
    }
    file.requireRunning();
    end(file, CaseFile.Status.WITHDRAWN, Map.of("outcome", "WITHDRAWN", "reason", why));
    inbox.cancelAll(id);
    engine.publish(id, "case-withdrawn", id, id + ":withdrawn", Map.of());
    record(file, actor.username(), "withdraw", why, Map.of());
    return file;
  }

  /** The case by its id, for the parts of the system that carry it. */
  @Transactional(readOnly = true)
  public CaseFile require(String id) {
    return cases.findById(id).orElseThrow(() -> new IllegalStateException("no case " + id));
  }

  /** Takes over corrected data, checked like an application. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void correct(String id, Application application) {
    CaseFile file = lock(id);
    file.correct(application);
    kind(file.process()).onApplication(file);
    inbox.describeAnew(file.description());
  }

  /** Adds an entry of the system itself to the history of a case. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(String id, String actor, String action, String comment, Map<String, ?> detail) {
    record(require(id), actor, action, comment, detail);
  }

  /** Ends a case as its process says. */
  @Transactional(propagation = Propagation.MANDATORY)
  void close(String id, CaseFile.Status status, Map<String, Object> result) {
    CaseFile file = lock(id);
    if (file.isRunning()) {
      end(file, status, result);
      inbox.cancelAll(id);
      record(file, Actor.SYSTEM.username(), "closed", "", result);
    }
  }

  private void end(CaseFile file, CaseFile.Status status, Map<String, Object> result) {
    file.end(status, result, clock.instant());
    if (status != CaseFile.Status.COMPLETED) {
      kind(file.process()).onFailure(file);
    }
    events.publishEvent(
        new CaseEnded(file.getId(), file.applicant(), file.subject(), status, result));
  }

  CaseKind kind(String process) {
    return kinds.require(process);
  }

  private static Refusal.NotFound noSuchCase(String id) {
    return new Refusal.NotFound("没有编号为“" + id + "”的案件，或它不在您的职责范围内。");
  }

  /**
   * Holds a case for the rest of the transaction. Whoever changes several things of a case holds it
   * first, so that two of them never wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(String id) {
    lock(id);
  }

  private CaseFile lock(String id) {
    return cases.lockById(id).orElseThrow(() -> new IllegalStateException("no case " + id));
  }

  private void record(
      CaseFile file, String actor, String action, String comment, Map<String, ?> detail) {
    audit.append(stream(file.getId()), actor, file.region(), action, comment, detail);
    events.publishEvent(new CaseChanged(file.getId(), file.region()));
  }

  private static String stream(String caseId) {
    return "case:" + caseId;
  }

  private String nextId(PolicyPack pack) {
    return "%s-%d-%06d".formatted(pack.code(), LocalDate.now(clock).getYear(), cases.nextNumber());
  }
}
