package cn.sunshine.notice;

import cn.sunshine.region.RegionLevel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;

/** A public notice about a case. */
@Entity
public class Notice {

  /** On whose board it hangs. */
  public enum Kind {
    VILLAGE("村级公示", RegionLevel.VILLAGE),
    TOWNSHIP("镇级公示", RegionLevel.TOWNSHIP),
    /** Of what the county has signed off (SC-4, WJ-2.1). */
    COUNTY("县级公告", RegionLevel.COUNTY);

    private final String chinese;
    private final RegionLevel level;

    Kind(String chinese, RegionLevel level) {
      this.chinese = chinese;
      this.level = level;
    }

    /** The level of the region on whose board it hangs. */
    RegionLevel level() {
      return level;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** How it stands. */
  public enum State {
    RUNNING("公示中"),
    PASSED("公示期满"),
    REFUSED("异议成立"),
    RETURNED("退回重办"),
    STOPPED("已停止");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  @Id private String id;
  private long jobKey;
  private String caseId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String region;
  private String title;
  private String maskedName;
  private String summary;
  private int days;
  private Instant publishedAt;
  private Instant until;

  @Enumerated(EnumType.STRING)
  private State state;

  private Instant endedAt;
  @Version private Long version;

  protected Notice() {}

  Notice(
      String id,
      long jobKey,
      String caseId,
      Kind kind,
      String region,
      NoticeContent content,
      Period period) {
    this.id = id;
    this.jobKey = jobKey;
    this.caseId = caseId;
    this.kind = kind;
    this.region = region;
    this.title = content.title();
    this.maskedName = content.maskedName();
    this.summary = content.summary();
    this.days = period.days();
    this.publishedAt = period.from();
    this.until = period.until();
    this.state = State.RUNNING;
  }

  /** From when until when it hangs; calendar days, the first and the last included. */
  record Period(Instant from, Instant until, int days) {}

  /** Ends it; the same end told again changes nothing. */
  void end(State how, Instant at) {
    if (state == State.RUNNING) {
      state = how;
      endedAt = at;
    }
  }

  boolean takesObjections(Instant at) {
    return state == State.RUNNING && at.isBefore(until);
  }

  public String id() {
    return id;
  }

  public String caseId() {
    return caseId;
  }

  public Kind kind() {
    return kind;
  }

  /** The village, township or county on whose board it hangs. */
  public String region() {
    return region;
  }

  public String title() {
    return title;
  }

  /** The name as everyone may read it, such as 张*国. */
  public String maskedName() {
    return maskedName;
  }

  /** Whom or what it is about, as a heading says it: 张*国户, or the name of a project. */
  public String about() {
    return maskedName.contains("*") ? maskedName + "户" : maskedName;
  }

  public String summary() {
    return summary;
  }

  /** Calendar days, the first and the last included. */
  public int days() {
    return days;
  }

  public Instant publishedAt() {
    return publishedAt;
  }

  /** The end of the last day: 24:00 in China. */
  public Instant until() {
    return until;
  }

  public State state() {
    return state;
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }
}
