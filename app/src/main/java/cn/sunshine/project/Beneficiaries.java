package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.household.RegisteredHousehold;
import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The households that a direct-to-household project is for (JY-7, YC-3): each registered in the
 * project's village when the project is put forward, and paid no more than its share.
 */
@Component
class Beneficiaries {

  private final RegisterEntries register;

  Beneficiaries(RegisterEntries register) {
    this.register = register;
  }

  /** The list as it was applied with; empty for the kinds and the older cases without one. */
  static List<Beneficiary> of(CaseFile file) {
    return ProjectApplication.of(file.data()).beneficiaries();
  }

  /**
   * @throws Refusal.Invalid when one of them is not registered in the village, or is named twice
   */
  void requireRegistered(String village, List<Beneficiary> households) {
    List<Refusal.FieldFault> faults = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (int row = 0; row < households.size(); row++) {
      String number = households.get(row).householdNumber();
      String field = "households[" + row + "].householdNumber";
      if (!named.add(number)) {
        faults.add(new Refusal.FieldFault(field, "户号 " + number + " 填了两次，请合并成一行"));
      } else if (in(village, number).isEmpty()) {
        faults.add(new Refusal.FieldFault(field, "户号 " + number + " 不是本村（居）在册的低收入户，请在名册中核对"));
      }
    }
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(faults.getFirst().message() + "。", faults);
    }
  }

  /** The name of the household's head, for who may see it. */
  Optional<String> headOf(Beneficiary beneficiary) {
    return register.find(beneficiary.householdNumber()).map(RegisteredHousehold::headName);
  }

  /**
   * @throws Refusal.Invalid when a payment goes to somebody who is not on the list, or is more than
   *     the share
   */
  static void requireShares(List<Beneficiary> households, List<Answers> payments) {
    Map<String, BigDecimal> shares = new LinkedHashMap<>();
    households.forEach(one -> shares.put(one.householdNumber(), one.amount()));
    for (Answers payment : payments) {
      String payee = payment.text("payee");
      BigDecimal share = shares.get(payee);
      if (share == null) {
        throw Step.fault("payments", "“" + payee + "”不在申报的受益户名单里，收款户请填名单中的户号");
      }
      BigDecimal left = share.subtract(payment.money("amount"));
      if (left.signum() < 0) {
        throw Step.fault(
            "payments", "付给 " + payee + " 的金额超过它的到户金额，还多 " + Money.words(left.negate()));
      }
      shares.put(payee, left);
    }
  }

  private Optional<RegisteredHousehold> in(String village, String number) {
    return register
        .find(number)
        .filter(RegisteredHousehold::isActive)
        .filter(household -> household.region().equals(village));
  }
}
