package cn.sunshine.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** NT-21: who has a task is warned before its term is over, and told when it is. */
@RunningSystem
class TermNewsTest {

  private static final String VILLAGE = "320671003001";

  @LocalServerPort int port;
  @Autowired Notifications notifications;

  private final Actor member =
      new Actor("group." + VILLAGE, "", Set.of(new Grant(Role.GROUP, VILLAGE)));

  @Test
  void theOfficeIsWarnedAndThenToldOfTheBreach() {
    Person group = Person.official(port, member.username());
    String caseId =
        Person.official(port, "village." + VILLAGE).applies(VILLAGE, Applications.withinTheLine());
    group.task(caseId, "group-review");

    group.post("/api/v1/demo/clock", Map.of("advance", "P15D")).ok();

    Eventually.holds(
        "the group was not told of the term",
        () ->
            kinds(caseId)
                .containsAll(List.of(Notification.Kind.DUE_SOON, Notification.Kind.OVERDUE)));
    group.approves(caseId, "group-review");
    assertThat(of(caseId)).noneMatch(Notification::isUnread);
  }

  private List<Notification.Kind> kinds(String caseId) {
    return of(caseId).stream().map(Notification::kind).toList();
  }

  private List<Notification> of(String caseId) {
    return notifications.find(PageRequest.of(0, 100), member).stream()
        .filter(one -> one.caseId().equals(caseId))
        .toList();
  }
}
