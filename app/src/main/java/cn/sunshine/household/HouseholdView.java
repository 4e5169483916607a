package cn.sunshine.household;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A household as the asking person may see it: ID numbers and the phone are masked unless the role
 * needs them.
 *
 * @param householdNumber such as {@code NT-320612101200-0001}
 * @param regionName the names from the county down
 * @param persons how many persons, the head included
 * @param yearlyIncome of the household, in yuan
 * @param exit empty while it is on the roll
 * @param previousNumber the household it was before it left and came back (JY-3, YC-1)
 * @param members without the head; empty in a list, where only the number of persons is shown
 */
public record HouseholdView(
    UUID id,
    String householdNumber,
    String region,
    String regionName,
    Head head,
    int persons,
    BigDecimal yearlyIncome,
    List<Cause> causes,
    String address,
    HouseholdStatus status,
    LocalDate admittedOn,
    String caseId,
    String note,
    List<Member> members,
    Optional<Exit> exit,
    Optional<String> previousNumber) {

  /**
   * How a household left the register (NT-10).
   *
   * @param keptUntil the last day on which it keeps the policies (YC-1, WJ-4.4)
   * @param caseId the exit case
   */
  public record Exit(LocalDate on, LocalDate keptUntil, String reason, String caseId) {}

  public record Head(String name, String idNumber, String phone) {}

  public record Member(String name, String idNumber, String relation) {}

  /** Yuan per person a year, which the income line is about (NT-8). */
  public BigDecimal incomePerPerson() {
    return yearlyIncome.divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_UP);
  }

  HouseholdView with(List<Member> itsMembers) {
    return new HouseholdView(
        id,
        householdNumber,
        region,
        regionName,
        head,
        persons,
        yearlyIncome,
        causes,
        address,
        status,
        admittedOn,
        caseId,
        note,
        List.copyOf(itsMembers),
        exit,
        previousNumber);
  }
}
