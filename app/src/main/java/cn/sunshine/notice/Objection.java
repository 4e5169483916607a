package cn.sunshine.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** What somebody holds against a notice. */
@Entity
public class Objection {

  /** How it stands. */
  public enum State {
    OPEN("待复核"),
    DISMISSED("不成立"),
    UPHELD("成立");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  @Id private String id;
  private String noticeId;
  private String caseId;
  private String region;
  private String text;
  private String contact;
  private Instant raisedAt;

  @Enumerated(EnumType.STRING)
  private State state;

  private String answer;
  private Instant settledAt;
  private String settledBy;
  @Version private Long version;

  protected Objection() {}

  Objection(String id, Notice notice, String text, String contact, Instant raisedAt) {
    this.id = id;
    this.noticeId = notice.id();
    this.caseId = notice.caseId();
    this.region = notice.region();
    this.text = text;
    this.contact = contact;
    this.raisedAt = raisedAt;
    this.state = State.OPEN;
    this.answer = "";
  }

  void settle(State how, String why, String by, Instant at) {
    if (state == State.OPEN) {
      state = how;
      answer = why;
      settledBy = by;
      settledAt = at;
    }
  }

  public String id() {
    return id;
  }

  public String noticeId() {
    return noticeId;
  }

  public String text() {
    return text;
  }

  public Instant raisedAt() {
    return raisedAt;
  }

  public State state() {
    return state;
  }
}
