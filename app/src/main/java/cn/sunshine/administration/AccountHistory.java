package cn.sunshine.administration;

import cn.sunshine.account.AccountChange;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.shell.Timeline;
import cn.sunshine.shell.Tone;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;

/** What happened to an account, newest first. */
class AccountHistory extends Div {

  AccountHistory(List<AuditEntry> entries, GrantWording wording) {
    Timeline timeline = new Timeline();
    for (AuditEntry entry : entries.reversed()) {
      String change =
          AccountChange.ofCode(entry.action()).map(AccountChange::chinese).orElse(entry.action());
      String title = grantIn(entry).map(grant -> change + "：" + wording.of(grant)).orElse(change);
      timeline.event(Tone.PLAIN, title, entry.at(), entry.actor(), entry.comment());
    }
    add(timeline);
  }

  private static Optional<Grant> grantIn(AuditEntry entry) {
    return Role.ofCode(entry.detail().path("role").asString(""))
        .map(role -> new Grant(role, entry.detail().path("region").asString("")));
  }
}
