package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A household to be entered in the register at the end of its admission (NT-9).
 *
 * @param numberPrefix what household numbers of the jurisdiction begin with, such as {@code NT}
 * @param caseId the admission case; the same case gives the same household
 * @param region the code of the village
 * @param yearlyIncome of the household, in yuan, over the last twelve months (NT-8)
 * @param members without the head
 */
public record NewHousehold(
    String numberPrefix,
    String caseId,
    String region,
    Head head,
    List<Member> members,
    BigDecimal yearlyIncome,
    Set<Cause> causes,
    String address,
    String note) {

  public NewHousehold {
    members = List.copyOf(members);
    causes = Set.copyOf(causes);
  }

  /** The head of the household; the phone may be empty. */
  public record Head(String name, IdNumber idNumber, String phone) {}

  /** Another person of the household, with the relation to the head, such as 配偶. */
  public record Member(String name, IdNumber idNumber, String relation) {}

  /** The ID numbers of all persons, the head's first. */
  List<IdNumber> idNumbers() {
    return Stream.concat(Stream.of(head.idNumber()), members.stream().map(Member::idNumber))
        .toList();
  }
}
