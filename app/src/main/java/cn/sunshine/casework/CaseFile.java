package cn.sunshine.casework;

import cn.sunshine.inbox.CaseDescription;
import cn.sunshine.problem.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** One case. It ends once, and after that its data do not change. */
@Entity(name = "casefile")
public class CaseFile implements Persistable<String> {

  /** How a case stands. */
  public enum Status {
    RUNNING("办理中"),
    COMPLETED("已办结"),
    REJECTED("未通过"),
    WITHDRAWN("已撤回");

    private final String chinese;

    Status(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  @Id private String id;
  private String process;
  private String model;
  private int modelVersion;
  private String pack;
  private String region;
  private String applicant;
  private String subject;
  private String searchText;

  @Enumerated(EnumType.STRING)
  private Status status;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> data;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, Object> result;

  private Long processInstanceKey;
  private Long replacedInstanceKey;
  private Instant startedAt;
  private Instant endedAt;
  @Version private long version;
  @Transient private boolean stored;

  protected CaseFile() {}

  CaseFile(
      String id,
      CaseModel model,
      String region,
      String applicant,
      Application application,
      Instant startedAt) {
    this.id = id;
    this.process = model.process();
    this.model = model.model();
    this.modelVersion = model.version();
    this.pack = model.pack();
    this.region = region;
    this.applicant = applicant;
    this.status = Status.RUNNING;
    this.startedAt = startedAt;
    take(application);
  }

  /** The model that carries a case: the plain process id, the pack's variant and its version. */
  record CaseModel(String process, String model, int version, String pack) {}

  /** Takes over corrected data. */
  void correct(Application application) {
    requireRunning();
    take(application);
  }

  private void take(Application application) {
    this.data = application.data();
    this.subject = application.subject();
    this.searchText = id + " " + application.searchText();
  }

  /**
   * Binds the case to the process instance that carries it, and to the version of the model that
   * the engine began it with: a newer one may have been released since the application.
   *
   * @return whether it is that instance that carries the case, now or since before
   */
  boolean bind(long instance, int carriedByVersion) {
    if (processInstanceKey == null) {
      processInstanceKey = instance;
      modelVersion = carriedByVersion;
    }
    return processInstanceKey == instance;
  }

  /** Whether a new instance has taken over from this one. */
  boolean wasReplaced(long instance) {
    return replacedInstanceKey != null && replacedInstanceKey == instance;
  }

  /**
   * The engine carries the running case on by another model: a newer version, or the variant of its
   * pack. What it has gone through so far stays as it was.
   */
  void continueBy(String newModel, int newVersion) {
    requireRunning();
    model = newModel;
    modelVersion = newVersion;
  }

  /**
   * A new instance carries the running case on, by another model; {@link #bind} tells which.
   *
   * @return the instance that it takes over from
   */
  long goOnInANewInstance(String newModel, int newVersion) {
    continueBy(newModel, newVersion);
    replacedInstanceKey = processInstance().orElseThrow();
    processInstanceKey = null;
    return replacedInstanceKey;
  }

  /** Ends the case; the same end told again changes nothing. */
  void end(Status ended, Map<String, Object> withResult, Instant at) {
    if (status == Status.RUNNING) {
      status = ended;
      result = Map.copyOf(withResult);
      endedAt = at;
    }
  }

  void requireRunning() {
    if (status != Status.RUNNING) {
      throw new Refusal.Conflict("这个案件" + status.chinese() + "，不能再改动。");
    }
  }

  CaseDescription description() {
    return new CaseDescription(id, process, pack, region, applicant, subject, searchText);
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

  public String process() {
    return process;
  }

  /** The id of the model that carries it: the plain id or a pack's variant of it. */
  public String model() {
    return model;
  }

  public int modelVersion() {
    return modelVersion;
  }

  /** The process instance that carries it; empty until the engine has begun with it. */
  public Optional<Long> processInstance() {
    return Optional.ofNullable(processInstanceKey);
  }

  public String pack() {
    return pack;
  }

  public String region() {
    return region;
  }

  /** The account that started it. */
  public String applicant() {
    return applicant;
  }

  public String subject() {
    return subject;
  }

  public Status status() {
    return status;
  }

  public boolean isRunning() {
    return status == Status.RUNNING;
  }

  public Map<String, Object> data() {
    return data;
  }

  public Optional<Map<String, Object>> result() {
    return Optional.ofNullable(result);
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
