package cn.sunshine.complaint;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.ResponsibleDepartment;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** The entry of a complaint or a request for help in the register (NT-24), beside its case. */
@Entity
public class Complaint {

  /** How it stands with the one extension of the investigation. */
  enum Extension {
    NONE,
    ASKED,
    GRANTED,
    REFUSED
  }

  @Id private String caseId;
  private String codeHash;

  @Enumerated(EnumType.STRING)
  private RequestKind kind;

  private String region;
  private String subject;
  private Instant filedAt;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  private String topic;
  private String department;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  private Instant acceptedAt;
  private Instant clockDue;
  private Integer clockLeft;

  @Enumerated(EnumType.STRING)
  private Extension extension;

  private String question;
  private String handOverOrder;
  private Instant handedOverAt;
  private String result;
  private String answer;
  private Instant answeredAt;
  private Instant objectionUntil;
  private String objection;
  private Instant objectedAt;
  private String reviewAnswer;
  private Instant reviewedAt;
  private Integer stars;
  private String ratingComment;
  private Instant ratedAt;
  private String mergedInto;
  @Version private Long version;

  protected Complaint() {}

  Complaint(
      String caseId,
      LookupCode code,
      RequestKind kind,
      String region,
      String subject,
      Instant filedAt) {
    this.caseId = caseId;
    this.codeHash = code.hash();
    this.kind = kind;
    this.region = region;
    this.subject = subject;
    this.filedAt = filedAt;
    this.state = RequestState.RECEIVED;
    this.extension = Extension.NONE;
  }

  /** What the decision table proposes; who accepts may change it. */
  void sort(String proposedTopic, String proposedDepartment, Severity proposedSeverity) {
    topic = proposedTopic;
    department = proposedDepartment;
    severity = proposedSeverity;
  }

  void accept(String by, Severity howSevere, Instant at) {
    department = by;
    severity = howSevere;
    acceptedAt = at;
    state = howSevere == Severity.SERIOUS ? RequestState.DISCIPLINE : RequestState.REPLYING;
  }

  void merge(String otherCase) {
    mergedInto = otherCase;
  }

  void moveTo(RequestState next) {
    state = next;
  }

  void assign(String newDepartment) {
    department = newDepartment;
  }

  /** Hands it over for investigation: the investigation's own term begins. */
  void handOver(String toDepartment, String order, Instant at) {
    department = toDepartment;
    handOverOrder = order;
    handedOverAt = at;
    state = RequestState.INVESTIGATING;
  }

  /** The clock runs on towards this moment, whoever has the request. */
  void clockRuns(Instant due) {
    clockDue = due;
    clockLeft = null;
  }

  /** The clock stands; so many working days are left when it goes on. */
  void clockStands(Instant due, int daysLeft) {
    clockDue = due;
    clockLeft = daysLeft;
  }

  void ask(String what) {
    question = what;
    state = RequestState.WAITING;
  }

  /** What was asked has been answered, or nobody answers any more. */
  void goOn(RequestState next) {
    question = null;
    state = next;
  }

  /**
   * @throws Refusal.Conflict when an extension was asked for before
   */
  void askExtension() {
    if (extension != Extension.NONE) {
      throw new Refusal.Conflict("每件诉求只能申请延期一次，这件已经申请过。请按期办理。");
    }
    extension = Extension.ASKED;
  }

  void decideExtension(Extension how) {
    extension = how;
  }

  void report(String what) {
    result = what;
  }

  /** The answer as the person will read it; shown once it is told. */
  void prepareAnswer(String words) {
    if (objectedAt == null) {
      answer = words;
    } else {
      reviewAnswer = words;
    }
  }

  /** Tells the answer; the first time an objection is possible until a moment. */
  void tell(Instant at, Instant mayObjectUntil) {
    if (objectedAt == null) {
      answeredAt = at;
      objectionUntil = mayObjectUntil;
    } else {
      reviewedAt = at;
    }
    state = RequestState.ANSWERED;
  }

  boolean takesObjection(Instant at) {
    return state == RequestState.ANSWERED && objectedAt == null && at.isBefore(objectionUntil);
  }

  void object(String words, Instant at) {
    objection = words;
    objectedAt = at;
    state = RequestState.REVIEWING;
  }

  boolean takesRating() {
    return answeredAt != null && stars == null && state != RequestState.WITHDRAWN;
  }

  void rate(int howManyStars, String words, Instant at) {
    stars = howManyStars;
    ratingComment = words;
    ratedAt = at;
  }

  public String caseId() {
    return caseId;
  }

  public RequestKind kind() {
    return kind;
  }

  public String region() {
    return region;
  }

  public String subject() {
    return subject;
  }

  public Instant filedAt() {
    return filedAt;
  }

  public RequestState state() {
    return state;
  }

  Optional<String> topic() {
    return Optional.ofNullable(topic);
  }

  /** Code of the department that has it, see {@link ResponsibleDepartment}. */
  Optional<String> department() {
    return Optional.ofNullable(department);
  }

  /** The Chinese name of the department that has it; empty while nobody is named. */
  String departmentName() {
    return department().map(Complaint::departmentName).orElse("");
  }

  static String departmentName(String code) {
    return ResponsibleDepartment.of(code).map(ResponsibleDepartment::chinese).orElse(code);
  }

  Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  Optional<Instant> acceptedAt() {
    return Optional.ofNullable(acceptedAt);
  }

  Instant clockDue() {
    return clockDue;
  }

  Optional<Integer> clockLeft() {
    return Optional.ofNullable(clockLeft);
  }

  Extension extension() {
    return extension;
  }

  Optional<String> question() {
    return Optional.ofNullable(question);
  }

  Optional<String> handOverOrder() {
    return Optional.ofNullable(handOverOrder);
  }

  Optional<Instant> handedOverAt() {
    return Optional.ofNullable(handedOverAt);
  }

  Optional<String> result() {
    return Optional.ofNullable(result);
  }

  Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  Optional<Instant> answeredAt() {
    return Optional.ofNullable(answeredAt);
  }

  Optional<Instant> objectionUntil() {
    return Optional.ofNullable(objectionUntil);
  }

  Optional<String> objection() {
    return Optional.ofNullable(objection);
  }

  Optional<String> reviewAnswer() {
    return Optional.ofNullable(reviewAnswer);
  }

  Optional<Instant> reviewedAt() {
    return Optional.ofNullable(reviewedAt);
  }

  Optional<Integer> stars() {
    return Optional.ofNullable(stars);
  }

  Optional<String> ratingComment() {
    return Optional.ofNullable(ratingComment);
  }

  Optional<String> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }
}
