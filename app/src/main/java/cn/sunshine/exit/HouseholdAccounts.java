package cn.sunshine.exit;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.DemoAccounts;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Cases;
import cn.sunshine.household.RegisteredHousehold;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Knows which account is a registered household's own (JY-3, YC-1): the farmer's account that
 * applied for its admission. What the village applied for, or was registered on paper, has none;
 * with demo data the farmer's demo account of the village stands in for all of those.
 */
@Component
class HouseholdAccounts {

  private final Cases cases;
  private final Accounts accounts;
  private final DemoAccounts demoAccounts;

  HouseholdAccounts(Cases cases, Accounts accounts, DemoAccounts demoAccounts) {
    this.cases = cases;
    this.accounts = accounts;
    this.demoAccounts = demoAccounts;
  }

  /** The account with which a household signs; only one that can log in. */
  Optional<String> of(RegisteredHousehold household) {
    Grant farmer = new Grant(Role.FARMER, household.region());
    return cases
        .applicantOf(household.admissionCase())
        .filter(account -> accounts.holders(farmer).contains(account))
        .or(() -> demoAccounts.standIn(farmer));
  }
}
