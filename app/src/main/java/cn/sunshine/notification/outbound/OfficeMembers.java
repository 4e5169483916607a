package cn.sunshine.notification.outbound;

import cn.sunshine.account.Grant;
import java.util.List;

/** Knows who belongs to an office. */
interface OfficeMembers {

  /** The accounts that hold a role at exactly this region. */
  List<String> of(Grant office);
}
