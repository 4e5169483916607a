package cn.sunshine.notification.outbound;

import cn.sunshine.account.Accounts;
import cn.sunshine.account.Grant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class AccountsOfOffice implements OfficeMembers {

  private final Accounts accounts;

  AccountsOfOffice(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public List<String> of(Grant office) {
    return accounts.holders(office);
  }
}
