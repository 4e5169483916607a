package cn.sunshine.policychange;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Proposal;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One thing of a change: what it shall say, and the version it was written from. */
@Embeddable
public class ChangeItem {

  @Enumerated(EnumType.STRING)
  private ArtefactKind kind;

  private String name;
  private String content;
  private String tests;
  private int base;
  private Instant changedAt;

  protected ChangeItem() {}

  ChangeItem(Artefact artefact, String content, String tests, int base, Instant changedAt) {
    this.kind = artefact.kind();
    this.name = artefact.name();
    this.content = content;
    this.tests = tests;
    this.base = base;
    this.changedAt = changedAt;
  }

  Artefact artefact(String pack) {
    return new Artefact(pack, kind, name);
  }

  Proposal proposal(String pack) {
    return new Proposal(artefact(pack), content);
  }

  public ArtefactKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public String content() {
    return content;
  }

  public String tests() {
    return tests;
  }

  /** The number of the version that was in force when it was begun. */
  public int base() {
    return base;
  }

  public Instant changedAt() {
    return changedAt;
  }
}
