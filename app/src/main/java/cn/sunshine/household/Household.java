package cn.sunshine.household;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A registered household as it is written; reading goes through {@link Households}. */
@Entity
class Household {

  @Id private UUID id;
  private String number;
  private String caseId;
  private String previousNumber;
  private String region;
  private String headName;
  private String headIdNumber;
  private String phone;
  private String address;
  private String note;
  private BigDecimal yearlyIncome;
  private int persons;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] causes;

  @Enumerated(EnumType.STRING)
  private HouseholdStatus status;

  private LocalDate admittedOn;
  private Instant registeredAt;

  @ElementCollection
  @CollectionTable(name = "household_member", joinColumns = @JoinColumn(name = "household"))
  @OrderColumn(name = "position")
  private List<MemberRow> members = new ArrayList<>();

  protected Household() {}

  Household(String number, NewHousehold entry, Optional<String> previous, Clock clock) {
    this.id = UUID.randomUUID();
    this.number = number;
    this.caseId = entry.caseId();
    this.previousNumber = previous.orElse(null);
    this.region = entry.region();
    this.headName = entry.head().name();
    this.headIdNumber = entry.head().idNumber().value();
    this.phone = entry.head().phone();
    this.address = entry.address();
    this.note = entry.note();
    this.yearlyIncome = entry.yearlyIncome();
    this.persons = 1 + entry.members().size();
    this.causes = entry.causes().stream().sorted().map(Cause::code).toArray(String[]::new);
    this.status = HouseholdStatus.ACTIVE;
    this.admittedOn = LocalDate.now(clock);
    this.registeredAt = clock.instant();
    entry.members().forEach(member -> members.add(new MemberRow(member)));
  }

  @Embeddable
  static class MemberRow {
    private String name;
    private String idNumber;
    private String relation;

    protected MemberRow() {}

    MemberRow(NewHousehold.Member member) {
      this.name = member.name();
      this.idNumber = member.idNumber().value();
      this.relation = member.relation();
    }

    String name() {
      return name;
    }

    String idNumber() {
      return idNumber;
    }

    String relation() {
      return relation;
    }
  }
}
