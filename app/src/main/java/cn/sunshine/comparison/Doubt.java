package cn.sunshine.comparison;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/** Something that the comparison found and the county has to look into before sign-off (NT-9). */
@Entity
public class Doubt implements Persistable<String> {

  @Id private String id;
  private String caseId;
  private int round;
  private int position;
  private String region;
  private String item;
  private UUID recordId;
  private String text;
  private String policy;
  private String rule;
  private String ruleVersion;

  @Enumerated(EnumType.STRING)
  private DoubtStatus status;

  private String note;
  private String decidedBy;
  private Instant decidedAt;

  @Transient private boolean fresh;

  protected Doubt() {}

  Doubt(String id, String caseId, String region, int round, int position, NewDoubt found) {
    this.id = id;
    this.caseId = caseId;
    this.round = round;
    this.position = position;
    this.region = region;
    this.item = found.item();
    this.recordId = found.record().orElse(null);
    this.text = found.text();
    this.policy = found.policy();
    this.rule = found.rule();
    this.ruleVersion = found.ruleVersion();
    this.status = DoubtStatus.OPEN;
    this.note = "";
    this.fresh = true;
  }

  void decide(DoubtFinding finding, String username, Instant at) {
    status = finding.upheld() ? DoubtStatus.UPHELD : DoubtStatus.DISMISSED;
    note = finding.note().strip();
    decidedBy = username;
    decidedAt = at;
  }

  void replace(Instant at) {
    status = DoubtStatus.REPLACED;
    decidedAt = at;
  }

  /** Short and safe in an address. */
  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }

  public String id() {
    return id;
  }

  public String caseId() {
    return caseId;
  }

  /** Which comparison of the case raised it, from 1. */
  public int round() {
    return round;
  }

  /** The region of the case. */
  public String region() {
    return region;
  }

  /** What is doubted, such as {@code vehicle}. */
  public String item() {
    return item;
  }

  public Optional<UUID> recordId() {
    return Optional.ofNullable(recordId);
  }

  public String text() {
    return text;
  }

  public String policy() {
    return policy;
  }

  public String rule() {
    return rule;
  }

  public String ruleVersion() {
    return ruleVersion;
  }

  public DoubtStatus status() {
    return status;
  }

  /** What the county wrote; empty while the doubt is open. */
  public String note() {
    return note;
  }

  /** The account that made the finding. */
  public Optional<String> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }
}
