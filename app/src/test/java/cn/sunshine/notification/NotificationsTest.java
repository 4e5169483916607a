package cn.sunshine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;

/** NT-9: the result is told to the applicant. */
@RunningSystem
class NotificationsTest {

  private static final String VILLAGE = "320612103200";

  @LocalServerPort int port;
  @Autowired Notifications notifications;

  private final Actor applicant = actor("farmer." + VILLAGE, Role.FARMER);
  private final Actor neighbour = actor("village." + VILLAGE, Role.VILLAGE_COMMITTEE);
  private Person farmer;
  private Person group;

  @BeforeEach
  void people() {
    farmer = Person.official(port, applicant.username());
    group = Person.official(port, "group." + VILLAGE);
    notifications.markAllRead(applicant);
  }

  @Test
  void theApplicantIsToldThatItWasRefusedAndWhy() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    group.decides(caseId, "group-review", "reject", "家中有经营收入未申报", Map.of()).ok();

    Notification told = told(caseId);

    assertThat(told.kind()).isEqualTo(Notification.Kind.RESULT);
    assertThat(told.title()).isEqualTo("申请未通过");
    assertThat(told.sentence()).contains("张建国户").contains("家中有经营收入未申报");
    assertThat(told.isUnread()).isTrue();
    assertThat(notifications.unread(applicant)).isEqualTo(1);
  }

  @Test
  void theApplicantIsToldThatSomethingHasToBeCorrected() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    group.decides(caseId, "group-review", "return", "收入写错了", Map.of()).ok();

    Notification told = told(caseId);

    assertThat(told.kind()).isEqualTo(Notification.Kind.CORRECTION);
    assertThat(told.title()).isEqualTo("请补正材料");
    assertThat(told.sentence()).containsPattern("请在 20\\d\\d-\\d\\d-\\d\\d 前");
  }

  @Test
  void aWithdrawalIsConfirmedOnceOnly() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    farmer.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();
    farmer.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();

    assertThat(of(caseId)).singleElement().extracting(Notification::title).isEqualTo("申请已撤回");
  }

  @Test
  void whatWasReadIsNotCountedAnyMore() {
    Notification told = toldOfAWithdrawal();

    Notification read = notifications.markRead(told.id(), applicant);

    assertThat(read.readAt()).isPresent();
    assertThat(notifications.unread(applicant)).isZero();
    assertThat(notifications.markRead(told.id(), applicant).readAt()).isEqualTo(read.readAt());
  }

  @Test
  void allAreMarkedReadAtOnce() {
    toldOfAWithdrawal();
    toldOfAWithdrawal();

    assertThat(notifications.markAllRead(applicant)).isEqualTo(2);
    assertThat(notifications.unread(applicant)).isZero();
    assertThat(notifications.markAllRead(applicant)).isZero();
  }

  @Test
  void theListIsPagedNewestFirst() {
    toldOfAWithdrawal();
    Notification newest = toldOfAWithdrawal();

    var first = notifications.find(PageRequest.of(0, 1), applicant);

    assertThat(first.getContent()).singleElement().isEqualTo(newest);
    assertThat(first.getTotalElements()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void nobodyElseReadsOrMarksIt() {
    Notification told = toldOfAWithdrawal();

    assertThat(notifications.find(PageRequest.of(0, 500), neighbour))
        .extracting(Notification::id)
        .doesNotContain(told.id());
    assertThatThrownBy(() -> notifications.markRead(told.id(), neighbour))
        .isInstanceOf(Refusal.NotFound.class);
    notifications.markAllRead(neighbour);
    assertThat(notifications.unread(applicant)).isEqualTo(1);
  }

  @Test
  void anOfficeIsToldOfANewTaskAndEachMemberReadsItAlone() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    Actor member = actor("group." + VILLAGE, Role.GROUP);
    Actor colleague = actor("second-member", Role.GROUP);

    Notification news = toldTo(member, caseId);

    assertThat(news.kind()).isEqualTo(Notification.Kind.ASSIGNED);
    assertThat(news.office()).contains(new Grant(Role.GROUP, VILLAGE));
    assertThat(news.sentence()).contains("张建国户").containsPattern("请在 20\\d\\d-\\d\\d-\\d\\d 前");
    notifications.markRead(news.id(), member);
    assertThat(toldTo(member, caseId).isUnread()).isFalse();
    assertThat(toldTo(colleague, caseId).isUnread()).isTrue();
    assertThat(of(caseId, neighbour)).isEmpty();
  }

  @Test
  void whatHasBeenDoneNeedsNoReadingAnyMore() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    Actor member = actor("group." + VILLAGE, Role.GROUP);
    toldTo(member, caseId);

    group.approves(caseId, "group-review");

    assertThat(toldTo(member, caseId).settledAt()).isPresent();
    assertThat(toldTo(member, caseId).isUnread()).isFalse();
  }

  @Test
  void anOfficeIsToldThatACaseWasSentBackToItAndWhy() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    Person.official(port, neighbour.username())
        .decides(caseId, "committee-review", "return", "评议记录不全", Map.of("to", "group-review"))
        .ok();
    Actor member = actor("group." + VILLAGE, Role.GROUP);

    Notification returned =
        Eventually.present(
            () -> "the group was not told of the return",
            () ->
                of(caseId, member).stream()
                    .filter(one -> one.kind() == Notification.Kind.RETURNED)
                    .findFirst());

    assertThat(returned.sentence()).contains("评议记录不全");
  }

  @Test
  void theListIsFilteredByKindAndReading() {
    Notification told = toldOfAWithdrawal();
    NotificationFilter results =
        new NotificationFilter(
            NotificationFilter.Reading.UNREAD, Optional.of(Notification.Kind.RESULT));
    NotificationFilter corrections =
        new NotificationFilter(
            NotificationFilter.Reading.ALL, Optional.of(Notification.Kind.URGED));

    assertThat(notifications.find(results, PageRequest.of(0, 9), applicant).getContent())
        .containsExactly(told);
    assertThat(notifications.find(corrections, PageRequest.of(0, 9), applicant)).isEmpty();
    notifications.markRead(told.id(), applicant);
    assertThat(notifications.find(results, PageRequest.of(0, 9), applicant)).isEmpty();
  }

  private Notification toldOfAWithdrawal() {
    String caseId = farmer.applies(VILLAGE, Applications.withinTheLine());
    farmer.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();
    return told(caseId);
  }

  private Notification told(String caseId) {
    return toldTo(applicant, caseId);
  }

  private Notification toldTo(Actor actor, String caseId) {
    return Eventually.present(
        () -> actor.username() + " was told nothing of " + caseId,
        () -> of(caseId, actor).stream().findFirst());
  }

  private List<Notification> of(String caseId) {
    return of(caseId, applicant);
  }

  private List<Notification> of(String caseId, Actor actor) {
    return notifications.find(PageRequest.of(0, 500), actor).stream()
        .filter(notification -> notification.caseId().equals(caseId))
        .toList();
  }

  private static Actor actor(String account, Role role) {
    return new Actor(account, "", Set.of(new Grant(role, VILLAGE)));
  }
}
