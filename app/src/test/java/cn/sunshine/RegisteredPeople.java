package cn.sunshine;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.household.Cause;
import cn.sunshine.household.NewHousehold;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Invented households for the register, as if they had been admitted on paper. */
public final class RegisteredPeople {

  private RegisteredPeople() {}

  /** Two people with 12,000 yuan a year, under every line. */
  public static NewHousehold household(String prefix, String village, String head) {
    return new NewHousehold(
        prefix,
        "paper-" + UUID.randomUUID(),
        village,
        new NewHousehold.Head(head, new IdNumber(Applications.nextNumber()), "13812345678"),
        List.of(new NewHousehold.Member("李小妹", new IdNumber(Applications.nextNumber()), "配偶")),
        new BigDecimal("12000.00"),
        Set.of(Cause.ILLNESS),
        "三组 12 号",
        "");
  }
}
