package cn.sunshine.policychange;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.problem.Refusal;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** Everything that one author changes together in one pack. */
@Entity
public class PolicyChange {

  /** Where a change stands. */
  public enum State {
    DRAFT("草稿"),
    SUBMITTED("待审批"),
    RETURNED("退回修改"),
    APPROVED("已批准，待生效"),
    RELEASED("已生效"),
    REFUSED("未同意"),
    DISCARDED("已放弃");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  private static final Set<State> WRITABLE = Set.of(State.DRAFT, State.RETURNED);
  private static final Set<State> OVER = Set.of(State.RELEASED, State.REFUSED, State.DISCARDED);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String pack;
  private String region;

  @Enumerated(EnumType.STRING)
  private State state;

  private String author;
  private String title;
  private String reason;
  private String document;
  private LocalDate effectiveOn;

  @Enumerated(EnumType.STRING)
  private RunningCases runningCases;

  private String approver;
  private String caseId;
  private Instant changedAt;
  @Version private long version;

  @ElementCollection(fetch = FetchType.EAGER)
  @Fetch(FetchMode.SUBSELECT)
  @CollectionTable(name = "policy_change_item", joinColumns = @JoinColumn(name = "change_id"))
  private List<ChangeItem> items = new ArrayList<>();

  protected PolicyChange() {}

  /**
   * @param region the pack's root region
   */
  PolicyChange(String pack, String region, String author, Instant at) {
    this.pack = pack;
    this.region = region;
    this.author = author;
    this.state = State.DRAFT;
    this.title = "";
    this.reason = "";
    this.document = "";
    this.runningCases = RunningCases.KEEP;
    this.changedAt = at;
  }

  /** Writes an item, in the place of an earlier text of the same artefact. */
  void put(ChangeItem item, Instant at) {
    requireWritable();
    items.removeIf(other -> other.kind() == item.kind() && other.name().equals(item.name()));
    items.add(item);
    changedAt = at;
  }

  void drop(Artefact artefact, Instant at) {
    requireWritable();
    items.removeIf(item -> item.artefact(pack).equals(artefact));
    changedAt = at;
  }

  void discard(Instant at) {
    if (state != State.DRAFT) {
      throw new Refusal.Conflict("这份修改" + state.chinese() + "，不能放弃；提交过的请在案件里撤回。");
    }
    state = State.DISCARDED;
    changedAt = at;
  }

  /** Hands it in; the case carries it from now on. */
  void submit(Submission submission, String carriedBy, Instant at) {
    requireWritable();
    title = submission.title();
    reason = submission.reason();
    document = submission.document();
    effectiveOn = submission.effectiveOn().orElse(null);
    runningCases = submission.runningCases();
    caseId = carriedBy;
    state = State.SUBMITTED;
    changedAt = at;
  }

  void submitAgain(Instant at) {
    require(State.RETURNED);
    state = State.SUBMITTED;
    changedAt = at;
  }

  void giveBack(Instant at) {
    require(State.SUBMITTED);
    state = State.RETURNED;
    changedAt = at;
  }

  /** Somebody else than the author agrees. */
  void approve(String by, Instant at) {
    require(State.SUBMITTED);
    if (by.equals(author)) {
      throw new Refusal.Forbidden("不能审批自己起草的修改，请由另一人审批。");
    }
    approver = by;
    state = State.APPROVED;
    changedAt = at;
  }

  void refuse(Instant at) {
    require(State.SUBMITTED);
    state = State.REFUSED;
    changedAt = at;
  }

  /** Its author takes it back before it takes effect: it is a draft again, nothing is lost. */
  void takeBack(Instant at) {
    if (state == State.RELEASED || state == State.REFUSED) {
      throw new Refusal.Conflict("这份修改" + state.chinese() + "，不能撤回。");
    }
    state = State.DRAFT;
    approver = null;
    caseId = null;
    changedAt = at;
  }

  void release(Instant at) {
    require(State.APPROVED);
    state = State.RELEASED;
    changedAt = at;
  }

  private void require(State wanted) {
    if (state != wanted) {
      throw new Refusal.Conflict("这份修改" + state.chinese() + "，不能这样办理。");
    }
  }

  private void requireWritable() {
    if (!isWritable()) {
      throw new Refusal.Conflict("这份修改" + state.chinese() + "，不能再改动。");
    }
  }

  /** Whether its author can still write in it. */
  public boolean isWritable() {
    return WRITABLE.contains(state);
  }

  /** Whether it may still take effect: only then does it matter what it would do. */
  public boolean canBeTried() {
    return !OVER.contains(state);
  }

  public long id() {
    return id;
  }

  public String pack() {
    return pack;
  }

  /** The root region of the pack. */
  public String region() {
    return region;
  }

  public State state() {
    return state;
  }

  public String author() {
    return author;
  }

  /** One line for lists; says what it is before the author has given a title. */
  public String title() {
    return title.isBlank() ? "第 " + id + " 号修改" : title;
  }

  public String reason() {
    return reason;
  }

  public String document() {
    return document;
  }

  public Optional<LocalDate> effectiveOn() {
    return Optional.ofNullable(effectiveOn);
  }

  public RunningCases runningCases() {
    return runningCases;
  }

  public Optional<String> approver() {
    return Optional.ofNullable(approver);
  }

  /** The case that carries it since it was submitted. */
  public Optional<String> caseId() {
    return Optional.ofNullable(caseId);
  }

  public Instant changedAt() {
    return changedAt;
  }

  /** What it changes, by kind and name. */
  public List<ChangeItem> items() {
    return items.stream()
        .sorted(Comparator.comparing(ChangeItem::kind).thenComparing(ChangeItem::name))
        .toList();
  }

  public Optional<ChangeItem> item(Artefact artefact) {
    return items.stream().filter(item -> item.artefact(pack).equals(artefact)).findFirst();
  }

  /** What it would make of the pack. */
  public List<Proposal> proposals() {
    return items().stream().map(item -> item.proposal(pack)).toList();
  }
}
