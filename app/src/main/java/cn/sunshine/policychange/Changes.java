package cn.sunshine.policychange;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.casework.Application;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.NewVersion;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.PolicyChange.State;
import cn.sunshine.problem.InvisibleText;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What policy staff do with changes: write, check, submit, and go back to an earlier version. Who
 * holds the role {@code policy} at a pack's root region writes in that pack; who holds {@code
 * policy-approver} there reads, approves and goes back.
 */
@Service
public class Changes {

  /**
   * Large enough for any table or model that people can read, small enough to be checked at once.
   */
  static final int LONGEST_CONTENT = 1_000_000;

  private static final int LONGEST_TEXT = 2_000;
  private static final Set<State> WRITABLE = Set.of(State.DRAFT, State.RETURNED);
  private static final Set<State> UNDER_WAY =
      Set.of(State.SUBMITTED, State.RETURNED, State.APPROVED);

  private final ChangeRepository changes;
  private final ArtefactTypes types;
  private final Packs packs;
  private final Versions versions;
  private final Cases cases;
  private final Accounts accounts;
  private final AuditTrail audit;
  private final Clock clock;

  Changes(
      ChangeRepository changes,
      ArtefactTypes types,
      Packs packs,
      Versions versions,
      Cases cases,
      Accounts accounts,
      AuditTrail audit,
      Clock clock) {
    this.changes = changes;
    this.types = types;
    this.packs = packs;
    this.versions = versions;
    this.cases = cases;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  // ---- who may what

  /** The packs whose changes the actor sees, in the order of the index. */
  public List<PolicyPack> packsOf(Actor actor) {
    return packs.all().stream()
        .filter(
            pack ->
                actor.holdsAt(Role.POLICY, pack.rootRegion())
                    || actor.holdsAt(Role.POLICY_APPROVER, pack.rootRegion()))
        .toList();
  }

  public boolean mayWrite(String pack, Actor actor) {
    return actor.holdsAt(Role.POLICY, packs.shipped(pack).rootRegion());
  }

  /** Whether the actor may change this one thing of a pack. */
  public boolean mayWrite(Artefact artefact, Actor actor) {
    return mayWrite(artefact.pack(), actor) && !types.of(artefact.kind()).isFixed(artefact);
  }

  public boolean mayApprove(String pack, Actor actor) {
    return actor.holdsAt(Role.POLICY_APPROVER, packs.shipped(pack).rootRegion());
  }

  /**
   * @throws Refusal.Forbidden when the actor has nothing to do with the policy of this pack
   */
  public void requireSight(String pack, Actor actor) {
    if (packs.find(pack).isEmpty() || !mayWrite(pack, actor) && !mayApprove(pack, actor)) {
      throw new Refusal.Forbidden("只有当地的政策起草和政策审批人员可以查看。");
    }
  }

  private void requireAuthorship(String pack, Actor actor) {
    if (packs.find(pack).isEmpty() || !mayWrite(pack, actor)) {
      throw new Refusal.Forbidden("只有当地的政策起草人员可以修改。");
    }
  }

  // ---- reading

  /**
   * The changes of the actor's packs, those last changed first; without those that were given up.
   */
  @Transactional(readOnly = true)
  public List<PolicyChange> of(Actor actor) {
    List<String> names = packsOf(actor).stream().map(PolicyPack::name).toList();
    return changes.findByPackInAndStateNotOrderByChangedAtDesc(names, State.DISCARDED);
  }

  /**
   * @throws Refusal.NotFound when there is none, or it is not the actor's to see
   */
  @Transactional(readOnly = true)
  public PolicyChange find(long id, Actor actor) {
    return changes
        .findById(id)
        .filter(change -> mayWrite(change.pack(), actor) || mayApprove(change.pack(), actor))
        .orElseThrow(() -> noSuchChange(id));
  }

  /** The change that a case carries. */
  @Transactional(readOnly = true)
  public Optional<PolicyChange> ofCase(String caseId) {
    return changes.findByCaseId(caseId);
  }

  /** What the actor is writing in a pack: the change last worked on. */
  @Transactional(readOnly = true)
  public Optional<PolicyChange> inHand(String pack, Actor actor) {
    requireSight(pack, actor);
    return changes
        .findByPackAndAuthorAndStateInOrderByChangedAtDesc(pack, actor.username(), WRITABLE)
        .stream()
        .findFirst();
  }

  /** The changes of a pack that were handed in and have not taken effect yet. */
  @Transactional(readOnly = true)
  public List<PolicyChange> underWay(String pack, Actor actor) {
    requireSight(pack, actor);
    return changes.findByPackAndStateIn(pack, UNDER_WAY);
  }

  /** What is in force, as its kind tells it. */
  @Transactional(readOnly = true)
  public ArtefactType.Text inForce(Artefact artefact, Actor actor) {
    requireSight(artefact.pack(), actor);
    return types
        .of(artefact.kind())
        .inForce(artefact)
        .orElseThrow(() -> new Refusal.NotFound("没有这一项" + artefact.kind().chinese() + "。"));
  }

  // ---- writing

  /** The change that the actor is writing in, a new one when there is none. */
  @Transactional
  public PolicyChange begin(String pack, Actor actor) {
    requireAuthorship(pack, actor);
    return inHand(pack, actor)
        .orElseGet(
            () -> {
              PolicyChange fresh =
                  changes.saveAndFlush(
                      new PolicyChange(
                          pack,
                          packs.shipped(pack).rootRegion(),
                          actor.username(),
                          clock.instant()));
              record(fresh, actor, "change-begun", "", Map.of());
              return fresh;
            });
  }

  /**
   * Writes what an artefact shall say. It is kept even when it is faulty.
   *
   * @return what is wrong with it
   */
  @Transactional
  public List<ArtefactFault> put(
      long id, Artefact artefact, String content, String tests, Actor actor) {
    PolicyChange change = own(id, actor);
    if (!artefact.pack().equals(change.pack())) {
      throw new Refusal.Invalid("这份修改属于另一个政策包。");
    }
    if (types.of(artefact.kind()).isFixed(artefact)) {
      throw new Refusal.Invalid("“" + artefact.name() + "”只能查看，不能修改。");
    }
    if (content.length() > LONGEST_CONTENT || tests.length() > LONGEST_CONTENT) {
      throw new Refusal.Invalid(
          "内容太长（%,d 字），最多 %,d 字。"
              .formatted(Math.max(content.length(), tests.length()), LONGEST_CONTENT));
    }
    if (InvisibleText.isIn(content) || InvisibleText.isIn(tests)) {
      throw new Refusal.Invalid(InvisibleText.SENTENCE);
    }
    ArtefactType.Text current = inForce(artefact, actor);
    int base = change.item(artefact).map(ChangeItem::base).orElse(current.number());
    change.put(new ChangeItem(artefact, content, tests, base, clock.instant()), clock.instant());
    changes.saveAndFlush(change);
    record(change, actor, "change-written", current.title(), detail(artefact));
    return types
        .of(artefact.kind())
        .check(new Proposal(artefact, content), tests, change.proposals());
  }

  /** Takes an artefact out of the change: it stays as it is in force. */
  @Transactional
  public void drop(long id, Artefact artefact, Actor actor) {
    PolicyChange change = own(id, actor);
    change.drop(artefact, clock.instant());
    changes.saveAndFlush(change);
    record(change, actor, "change-dropped", artefact.name(), detail(artefact));
  }

  /** Gives a draft up. */
  @Transactional
  public void discard(long id, Actor actor) {
    PolicyChange change = own(id, actor);
    change.discard(clock.instant());
    changes.saveAndFlush(change);
    record(change, actor, "change-discarded", "", Map.of());
  }

  private PolicyChange own(long id, Actor actor) {
    PolicyChange change = changes.lockById(id).orElseThrow(() -> noSuchChange(id));
    requireAuthorship(change.pack(), actor);
    if (!change.author().equals(actor.username())) {
      throw new Refusal.Forbidden("这是别人起草的修改，只有起草人可以改动。");
    }
    return change;
  }

  // ---- checking and handing in

  /** What is wrong with each item, those without fault included. */
  @Transactional(readOnly = true)
  public Map<Artefact, List<ArtefactFault>> check(long id, Actor actor) {
    return check(find(id, actor));
  }

  Map<Artefact, List<ArtefactFault>> check(PolicyChange change) {
    Map<Artefact, List<ArtefactFault>> faults = new LinkedHashMap<>();
    List<Proposal> together = change.proposals();
    for (ChangeItem item : change.items()) {
      Artefact artefact = item.artefact(change.pack());
      faults.put(
          artefact,
          types.of(item.kind()).check(item.proposal(change.pack()), item.tests(), together));
    }
    return faults;
  }

  /**
   * Hands a change in for approval.
   *
   * @return the case that carries it
   * @throws Refusal.Invalid when something in it is faulty or not said
   */
  @Transactional
  public CaseFile submit(long id, Submission submission, Actor actor) {
    PolicyChange change = own(id, actor);
    return cases.start(
        cn.sunshine.processes.PolicyChange.PROCESS_ID,
        change.region(),
        SubmittedData.write(id, submission),
        actor);
  }

  /** Takes over what the author says anew about a change that was given back. */
  void correct(PolicyChange change, Application application) {
    cases.correct(change.caseId().orElseThrow(), application);
  }

  /**
   * Whether a change can be handed in as it is, and goes on to be approved and released.
   *
   * @throws Refusal when not
   */
  void requireSound(PolicyChange change) {
    if (change.items().isEmpty()) {
      throw new Refusal.Invalid("这份修改还没有内容，请先修改参数、决策表、流程或表单。");
    }
    List<String> problems =
        check(change).entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .filter(ArtefactFault::isError)
                        .map(fault -> titleOf(entry.getKey()) + "：" + fault.message()))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(
          "检查没有通过，共 %d 处：%s".formatted(problems.size(), problems.getFirst()),
          problems.stream().map(problem -> new Refusal.FieldFault("change", problem)).toList());
    }
    for (ChangeItem item : change.items()) {
      Artefact artefact = item.artefact(change.pack());
      if (versions.currentNumber(artefact) != item.base()) {
        throw new Refusal.Conflict(
            "%s已经有了更新的版本，这份修改是从第 %d 版改的，请从现行版本重新修改。".formatted(titleOf(artefact), item.base()));
      }
      otherUnderWay(change, artefact)
          .ifPresent(
              other -> {
                throw new Refusal.Conflict(
                    "%s在“%s”里也有修改，正在办理；请等它办完或撤回。".formatted(titleOf(artefact), other.title()));
              });
    }
  }

  private Optional<PolicyChange> otherUnderWay(PolicyChange change, Artefact artefact) {
    return changes.findByPackAndStateIn(change.pack(), UNDER_WAY).stream()
        .filter(other -> other.id() != change.id() && other.item(artefact).isPresent())
        .findFirst();
  }

  /** What the people who wrote and approved changes are called. */
  UnaryOperator<String> namesOf(List<PolicyChange> some) {
    return accounts.names(
        some.stream()
            .flatMap(
                change -> Stream.concat(Stream.of(change.author()), change.approver().stream()))
            .toList());
  }

  /** What the people who wrote and approved versions are called. */
  UnaryOperator<String> namesOfVersions(List<PolicyVersion> some) {
    return accounts.names(
        some.stream().flatMap(one -> Stream.of(one.author(), one.approver())).toList());
  }

  /** The Chinese name of an artefact; its plain name when it is not known. */
  public String titleOf(Artefact artefact) {
    // A title is the pack's and the same in all versions: no version needs to be read for it.
    return types
        .of(artefact.kind())
        .shipped(artefact)
        .map(ArtefactType.Text::title)
        .orElse(artefact.name());
  }

  // ---- releasing

  /** Puts every item of an approved change in force. */
  void release(PolicyChange change) {
    requireSound(change);
    change.release(clock.instant());
    for (ChangeItem item : change.items()) {
      release(
          new NewVersion(
              item.artefact(change.pack()),
              item.content(),
              item.tests(),
              change.runningCases(),
              change.author(),
              change.approver().orElseThrow(),
              change.reason(),
              change.document(),
              change.caseId().orElseThrow(),
              Optional.empty()));
    }
  }

  private PolicyVersion release(NewVersion version) {
    PolicyVersion released = versions.release(version);
    types.of(version.artefact().kind()).onRelease(released);
    audit.append(
        stream(version.artefact()),
        version.approver(),
        packs.shipped(version.artefact().pack()).rootRegion(),
        "version-released",
        version.reason(),
        Map.of(
            "number", released.number(),
            "author", version.author(),
            "document", version.document(),
            "runningCases", version.runningCases().name(),
            "restores", version.restores().orElse(0)));
    return released;
  }

  /**
   * Goes back to an earlier version at once: a new version that says what that one said. Both the
   * earlier one and the one that is left stay readable.
   *
   * @param number of the version to go back to
   */
  @Transactional
  public PolicyVersion goBack(
      Artefact artefact, int number, RunningCases running, String reason, Actor actor) {
    if (packs.find(artefact.pack()).isEmpty() || !mayApprove(artefact.pack(), actor)) {
      throw new Refusal.Forbidden("只有当地的政策审批人员可以恢复以前的版本。");
    }
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_TEXT) {
      throw new Refusal.Invalid("请写明恢复的理由（不超过 " + LONGEST_TEXT + " 字）。");
    }
    if (InvisibleText.isIn(why)) {
      throw new Refusal.Invalid(InvisibleText.SENTENCE);
    }
    ArtefactType.Text current = inForce(artefact, actor);
    if (number >= current.number() || number < PolicyVersion.SHIPPED) {
      throw new Refusal.Invalid("只能恢复比现行的第 %d 版更早的版本。".formatted(current.number()));
    }
    changes.findByPackAndStateIn(artefact.pack(), UNDER_WAY).stream()
        .filter(change -> change.item(artefact).isPresent())
        .findFirst()
        .ifPresent(
            change -> {
              throw new Refusal.Conflict(
                  "“%s”正在办理，里面改了%s；请先办完或撤回。".formatted(change.title(), current.title()));
            });
    ArtefactType.Text earlier = version(artefact, number, actor);
    String author = versions.find(artefact, number).map(PolicyVersion::author).orElse("system");
    return release(
        new NewVersion(
            artefact,
            earlier.content(),
            earlier.tests(),
            running,
            author,
            actor.username(),
            why,
            "",
            "",
            Optional.of(number)));
  }

  /** What a version said; the first one is what the pack is shipped with. */
  @Transactional(readOnly = true)
  public ArtefactType.Text version(Artefact artefact, int number, Actor actor) {
    requireSight(artefact.pack(), actor);
    ArtefactType type = types.of(artefact.kind());
    Optional<ArtefactType.Text> text =
        number == PolicyVersion.SHIPPED
            ? type.shipped(artefact)
            : versions
                .find(artefact, number)
                .map(
                    version ->
                        new ArtefactType.Text(
                            titleOf(artefact), number, version.content(), version.tests()));
    return text.orElseThrow(() -> new Refusal.NotFound("没有第 " + number + " 版。"));
  }

  /**
   * The released versions, newest first; the one that the pack is shipped with is not among them.
   */
  @Transactional(readOnly = true)
  public List<PolicyVersion> history(Artefact artefact, Actor actor) {
    requireSight(artefact.pack(), actor);
    return versions.of(artefact);
  }

  /** The lines that people read and compare of a version. */
  List<String> lines(Artefact artefact, ArtefactType.Text text) {
    return types.of(artefact.kind()).lines(artefact, text.content(), text.tests());
  }

  // ---- the trail

  /** The stream of the trail that tells what became of an artefact. */
  static String stream(Artefact artefact) {
    return "policy:%s:%s:%s".formatted(artefact.pack(), artefact.kind(), artefact.name());
  }

  private void record(
      PolicyChange change, Actor actor, String action, String comment, Map<String, ?> detail) {
    audit.append(
        "policy-change:" + change.id(), actor.username(), change.region(), action, comment, detail);
  }

  private static Map<String, String> detail(Artefact artefact) {
    return Map.of("kind", artefact.kind().name(), "name", artefact.name());
  }

  private static Refusal.NotFound noSuchChange(long id) {
    return new Refusal.NotFound("没有第 " + id + " 号修改，或者不在您的辖区。");
  }
}
