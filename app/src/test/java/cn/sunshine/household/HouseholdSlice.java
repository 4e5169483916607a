package cn.sunshine.household;

import cn.sunshine.DatabaseSlice;
import cn.sunshine.forms.IdNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The register with the database and nothing else; and the people who are in it. */
@DatabaseSlice
@ComponentScan(
    value = {
      "cn.sunshine.household",
      "cn.sunshine.audit",
      "cn.sunshine.region",
      "cn.sunshine.clock"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.ASSIGNABLE_TYPE,
            classes = {HouseholdController.class, HouseholdSearch.class}))
class HouseholdSlice {

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** A number that no other test uses. */
  static IdNumber somebody() {
    int n = NEXT.getAndIncrement();
    return IdNumber.invent("320612", LocalDate.of(1940, 1, 1).plusDays(n / 1000), n % 1000);
  }

  static NewHousehold household(String region, String name, IdNumber... members) {
    return household("case-" + UUID.randomUUID(), region, name, somebody(), members);
  }

  static NewHousehold household(
      String caseId, String region, String name, IdNumber head, IdNumber... members) {
    return new NewHousehold(
        "NT",
        caseId,
        region,
        new NewHousehold.Head(name, head, "13812345678"),
        Arrays.stream(members).map(number -> new NewHousehold.Member("李小妹", number, "配偶")).toList(),
        new BigDecimal("13000.00"),
        Set.of(Cause.ILLNESS, Cause.SCHOOLING),
        "西亭镇草庙村 3 组",
        "");
  }

  static List<IdNumber> numbers(IdNumber... numbers) {
    return List.of(numbers);
  }
}
