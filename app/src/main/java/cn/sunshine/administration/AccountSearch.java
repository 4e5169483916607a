package cn.sunshine.administration;

import cn.sunshine.account.AccountFilter;
import cn.sunshine.account.AccountOverview;
import cn.sunshine.account.Accounts;
import cn.sunshine.account.CurrentActor;
import cn.sunshine.account.Role;
import cn.sunshine.region.Regions;
import cn.sunshine.shell.SearchHit;
import cn.sunshine.shell.SearchSource;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Finds accounts for the administrator. */
@Component
class AccountSearch implements SearchSource {

  private final Accounts accounts;
  private final CurrentActor currentActor;
  private final GrantWording wording;

  AccountSearch(Accounts accounts, CurrentActor currentActor, Regions regions) {
    this.accounts = accounts;
    this.currentActor = currentActor;
    this.wording = new GrantWording(regions);
  }

  @Override
  public List<SearchHit> find(String words, int limit) {
    if (currentActor.find().filter(actor -> actor.holds(Role.ADMIN)).isEmpty()) {
      return List.of();
    }
    return accounts
        .list(
            new AccountFilter(words, Optional.empty(), Optional.empty()),
            PageRequest.of(0, limit, Sort.by("username")))
        .map(this::hit)
        .toList();
  }

  private SearchHit hit(AccountOverview account) {
    return new SearchHit(
        "账号",
        account.displayName() + "（" + account.username() + "）",
        wording.brief(account.grants()),
        "accounts?account=" + account.username());
  }
}
