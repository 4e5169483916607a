package cn.sunshine.inbox;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.deadline.Term;
import cn.sunshine.deadline.TermLength;
import cn.sunshine.problem.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** One thing that somebody has to do. It guards who may take and decide it, and does so once. */
@Entity
public class Task implements Persistable<String> {

  /** Where a task is in its life. */
  public enum State {
    OPEN,
    COMPLETED,
    /** The case went another way before anybody decided, for example by a withdrawal. */
    CANCELLED
  }

  @Id private String id;
  private Long jobKey;
  private long processInstanceKey;
  private long elementInstanceKey;
  private String caseId;
  private String process;
  private String pack;
  private String element;
  private String name;
  private String form;
  private int formVersion;
  private String region;
  private String subject;
  private String searchText;
  private String candidateRole;
  private String candidateRegion;
  private String assignee;
  private Instant createdAt;
  private Instant due;
  private Instant dueSoon;
  private Instant soonToldAt;
  private Instant overdueToldAt;
  private int termDays;
  private int soonDay;
  private LocalTime soonAt;
  private int moves;
  private String returnTargets;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> context;

  @Enumerated(EnumType.STRING)
  private State state;

  private String outcome;

  @Column(columnDefinition = "text")
  private String comment;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> answer;

  private Instant endedAt;
  private String endedBy;
  @Version private long version;
  @Transient private boolean stored;

  protected Task() {}

  Task(NewTask made) {
    this.id = Long.toString(made.job().key());
    this.jobKey = made.job().key();
    this.processInstanceKey = made.job().processInstanceKey();
    this.elementInstanceKey = made.job().elementInstanceKey();
    this.caseId = made.about().caseId();
    this.process = made.about().process();
    this.pack = made.about().pack();
    this.element = made.job().element();
    this.name = made.name();
    this.form = made.form();
    this.region = made.about().region();
    this.subject = made.about().subject();
    this.searchText = made.about().searchText();
    this.candidateRole = made.candidates().map(grant -> grant.role().code()).orElse(null);
    this.candidateRegion = made.candidates().map(Grant::region).orElse(null);
    this.assignee = made.assignee().orElse(null);
    this.createdAt = made.createdAt();
    this.due = made.term().due();
    this.dueSoon = made.term().dueSoon();
    this.termDays = made.length().days();
    this.soonDay = made.length().soonDay();
    this.soonAt = made.length().soonAt();
    this.returnTargets = String.join(",", made.returnTargets());
    this.context = Map.copyOf(made.context());
    this.state = State.OPEN;
  }

  /** Whether the actor may act on it: it is theirs, or their office's and nobody else's. */
  boolean isFor(Actor actor) {
    return assignee != null ? assignee.equals(actor.username()) : isOfOfficeOf(actor);
  }

  /** Whether the actor may look at it: also when a colleague of the office has it or did it. */
  boolean isVisibleTo(Actor actor) {
    return actor.username().equals(assignee)
        || actor.username().equals(endedBy)
        || isOfOfficeOf(actor);
  }

  private boolean isOfOfficeOf(Actor actor) {
    return candidateRole != null
        && Role.ofCode(candidateRole)
            .map(role -> actor.holdsAt(role, candidateRegion))
            .orElse(false);
  }

  /** Keeps the version of its form that was in force when it was opened. */
  void usesForm(int version) {
    formVersion = version;
  }

  /** The version of its form; empty for a task that is older than the keeping of versions. */
  Optional<Integer> formVersion() {
    return formVersion == 0 ? Optional.empty() : Optional.of(formVersion);
  }

  void claim(Actor actor) {
    requireOpen();
    if (assignee != null && !assignee.equals(actor.username())) {
      throw new Refusal.Conflict("这项任务已由同事签收，请等其退回本组后再签收。");
    }
    requireActor(actor);
    assignee = actor.username();
  }

  void giveBack(Actor actor) {
    requireOpen();
    requireActor(actor);
    if (candidateRole == null) {
      throw new Refusal.Conflict("这项任务是交给您本人的，没有可以退回的工作组。");
    }
    assignee = null;
  }

  void complete(Decision decision, Actor actor, Instant at) {
    claim(actor);
    state = State.COMPLETED;
    outcome = decision.outcome();
    comment = decision.comment();
    answer = decision.data();
    endedAt = at;
    endedBy = actor.username();
  }

  /** The engine is about to make another job of it; until then nobody can decide it. */
  void awaitNewJob() {
    requireOpen();
    jobKey = null;
  }

  /**
   * The engine's new job for it, by another version of the model: who has it and its term stay,
   * unless the step is another office's now.
   */
  void goOnWith(NewTask anew) {
    requireOpen();
    boolean staysWithTheOffice = candidates().equals(anew.candidates());
    jobKey = anew.job().key();
    processInstanceKey = anew.job().processInstanceKey();
    elementInstanceKey = anew.job().elementInstanceKey();
    name = anew.name();
    // Another form than before is the one in force; the same one stays as it was opened.
    formVersion = form.equals(anew.form()) ? formVersion : 0;
    form = anew.form();
    candidateRole = anew.candidates().map(grant -> grant.role().code()).orElse(null);
    candidateRegion = anew.candidates().map(Grant::region).orElse(null);
    assignee = staysWithTheOffice ? assignee : anew.assignee().orElse(null);
    returnTargets = String.join(",", anew.returnTargets());
    context = Map.copyOf(anew.context());
  }

  void cancel(Instant at) {
    if (state == State.OPEN) {
      state = State.CANCELLED;
      endedAt = at;
    }
  }

  /**
   * Whether somebody has to be told now that little of its term is left. Says so once.
   *
   * @param now the time by which the timer has fired
   */
  boolean becomesDueSoon(Instant now) {
    boolean becomes = state == State.OPEN && soonToldAt == null && !now.isBefore(dueSoon);
    if (becomes) {
      soonToldAt = now;
    }
    return becomes;
  }

  /** Whether somebody has to be told now that its term is over. Says so once. */
  boolean becomesOverdue(Instant now) {
    boolean becomes = state == State.OPEN && overdueToldAt == null && !now.isBefore(due);
    if (becomes) {
      overdueToldAt = now;
    }
    return becomes;
  }

  /** How long its term is, extensions counted in. */
  TermLength termLength() {
    return new TermLength(termDays, soonDay, soonAt);
  }

  /** Gives it a longer term; {@link #moveTo} says when that ends. */
  void lengthen(TermLength longer) {
    termDays = longer.days();
    soonDay = longer.soonDay();
  }

  /**
   * Another end of its term: what had been told of the old one counts no more when it lies ahead.
   */
  void moveTo(Term term, Instant now) {
    due = term.due();
    dueSoon = term.dueSoon();
    moves++;
    if (now.isBefore(dueSoon)) {
      soonToldAt = null;
    }
    if (now.isBefore(due)) {
      overdueToldAt = null;
    }
  }

  boolean wasMoved() {
    return moves > 0;
  }

  /** Whether it has been reported that its term is over. */
  public boolean isReportedOverdue() {
    return overdueToldAt != null;
  }

  /** Names the watch over its moved term; another for each move. */
  String termWatch() {
    return id + ":moved:" + moves;
  }

  /** Names the watch over it since its term was over; another after each move of the term. */
  String overdueWatch() {
    return id + ":overdue:" + moves;
  }

  /** The search text and subject follow a corrected application. */
  void describe(CaseDescription about) {
    subject = about.subject();
    searchText = about.searchText();
  }

  boolean wasDecidedBy(Actor actor, String sameOutcome) {
    return state == State.COMPLETED
        && actor.username().equals(endedBy)
        && sameOutcome.equals(outcome);
  }

  /** Why the case was sent back, when this decision did so. */
  Optional<String> reasonOfReturn() {
    return Decision.RETURN.equals(outcome) ? Optional.of(comment) : Optional.empty();
  }

  void requireOpen() {
    if (state == State.COMPLETED) {
      throw new Refusal.Conflict("这项任务已经办结，不能再次办理。");
    }
    if (state == State.CANCELLED) {
      throw new Refusal.Conflict("案件已撤回或改走其他环节，这项任务不再需要办理。");
    }
  }

  private void requireActor(Actor actor) {
    if (!isFor(actor)) {
      throw new Refusal.Forbidden("这项任务不在您的职责范围内。");
    }
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  public String caseId() {
    return caseId;
  }

  /** The plain id of the BPMN process that the case was started with. */
  public String process() {
    return process;
  }

  public String pack() {
    return pack;
  }

  /** The BPMN element id: the task type. */
  public String taskType() {
    return element;
  }

  public String name() {
    return name;
  }

  public String region() {
    return region;
  }

  public String subject() {
    return subject;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant due() {
    return due;
  }

  /** From when on little of the term is left. */
  public Instant dueSoon() {
    return dueSoon;
  }

  public State state() {
    return state;
  }

  public Optional<String> assignee() {
    return Optional.ofNullable(assignee);
  }

  public Optional<String> outcome() {
    return Optional.ofNullable(outcome);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Variables of the process that the task was made with, such as the objection it is about. */
  public Map<String, Object> context() {
    return context;
  }

  /** The office whose task it is; empty for a task of one person. */
  public Optional<Grant> candidates() {
    return Optional.ofNullable(candidateRole)
        .flatMap(Role::ofCode)
        .map(role -> new Grant(role, candidateRegion));
  }

  /** The task types that the model lets this one send a case back to. */
  List<String> returnTargets() {
    return Arrays.stream(returnTargets.split(",")).filter(target -> !target.isBlank()).toList();
  }

  /** The engine's job for it; empty while the engine is making another one. */
  public Optional<Long> jobKey() {
    return Optional.ofNullable(jobKey);
  }

  String form() {
    return form;
  }
}
