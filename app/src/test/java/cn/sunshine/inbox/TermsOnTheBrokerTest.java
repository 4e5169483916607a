package cn.sunshine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The terms of tasks on the real broker: the inbox shows the moment at which the timer fires. */
@RunningSystem
class TermsOnTheBrokerTest {

  private static final String VILLAGE = "320612103206";

  @LocalServerPort int port;
  @Autowired Clock clock;
  Person village;
  Person group;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
  }

  @Test
  void inboxTimerAndDeadlineServiceNameTheSameMomentAcrossDaysOff() {
    untilFriday();
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    Instant due = due(group.task(caseId, "group-review"));

    assertThat(due).isEqualTo(dueByTheService(clock.instant(), 5));

    moveTo(due.minus(Duration.ofMinutes(1)));
    JsonNode warning = entry(caseId, "term-due-soon");
    assertThat(warning.path("comment").asString()).contains("24:00", "承办");
    assertThat(timeline(caseId, "term-overdue")).isEmpty();

    moveTo(due.minus(Duration.ofSeconds(2)));
    JsonNode breach = entry(caseId, "term-overdue");
    // How soon it is recorded depends on how many timers of other tests fire with it.
    assertThat(OffsetDateTime.parse(breach.path("at").asString()).toInstant())
        .isBetween(due, due.plus(Duration.ofMinutes(2)));
    assertThat(group.task(caseId, "group-review").path("sla").asString()).isEqualTo("OVERDUE");
  }

  @Test
  void aTaskThatIsDoneTooLateGoesOnAndTheNextOneHasItsOwnTerm() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    moveTo(due(group.task(caseId, "group-review")).plusSeconds(1));
    entry(caseId, "term-overdue");

    group.approves(caseId, "group-review");

    JsonNode next = village.task(caseId, "committee-review");
    assertThat(next.path("sla").asString()).isEqualTo("ON_TRACK");
    assertThat(due(next)).isEqualTo(dueByTheService(clock.instant(), 5));
    assertThat(timeline(caseId, "term-due-soon")).hasSize(1);
    assertThat(timeline(caseId, "term-overdue")).hasSize(1);
  }

  private void untilFriday() {
    moveTo(
        clock
            .instant()
            .atZone(clock.getZone())
            .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
            .withHour(15)
            .toInstant());
  }

  private void moveTo(Instant moment) {
    village.post("/api/v1/demo/clock", Map.of("set", moment.toString())).ok();
  }

  private Instant dueByTheService(Instant from, int workingDays) {
    String encoded =
        URLEncoder.encode(
            from.atZone(clock.getZone()).toOffsetDateTime().toString(), StandardCharsets.UTF_8);
    JsonNode answer =
        village
            .get(
                "/api/v1/deadlines?jurisdiction=320612&from="
                    + encoded
                    + "&workingDays="
                    + workingDays)
            .ok();
    return due(answer);
  }

  private JsonNode entry(String caseId, String action) {
    return Eventually.present(
        () -> "no " + action + " in " + village.seesCase(caseId).path("timeline"),
        () -> Optional.of(timeline(caseId, action)).filter(l -> !l.isEmpty()).map(List::getFirst));
  }

  private List<JsonNode> timeline(String caseId, String action) {
    return village
        .seesCase(caseId)
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.path("action").asString().equals(action))
        .toList();
  }

  private static Instant due(JsonNode node) {
    return OffsetDateTime.parse(node.path("due").asString()).toInstant();
  }
}
