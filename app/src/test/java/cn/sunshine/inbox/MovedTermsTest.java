package cn.sunshine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Terms of running tasks that move, and what follows when they are over: on the real broker, whose
 * timers report it.
 */
@RunningSystem
class MovedTermsTest {

  private static final String VILLAGE = "320612103211";

  @LocalServerPort int port;
  @Autowired Clock clock;
  Person village;
  Person group;
  Person township;
  Person county;
  Person policy;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
    township = Person.official(port, "township.320612103");
    county = Person.official(port, "county.320612");
    policy = Person.official(port, "policy.3206");
  }

  @Test
  void aNewHolidayMovesTheTimersOfRunningTasks() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    JsonNode task = group.task(caseId, "group-review");
    String id = task.path("id").asString();
    group.post("/api/v1/tasks/" + id + "/claim", Map.of()).ok();
    Instant before = due(task);
    LocalDate lastDay = before.minusNanos(1).atZone(clock.getZone()).toLocalDate();

    policy.post("/api/v1/calendar", change("3206", lastDay, false, "市政府通知放假一天")).ok();

    Instant after = dueAfter(caseId, before);
    assertThat(after).isAfter(before);
    assertThat(entry(caseId, "term-moved").path("comment").asString()).contains("工作日历", "改为");
    JsonNode moved = group.task(caseId, "group-review");
    assertThat(moved.path("id").asString()).isEqualTo(id);
    assertThat(moved.path("assignee").asString()).isEqualTo("group." + VILLAGE);

    moveTo(before.plusSeconds(1));
    assertThat(group.task(caseId, "group-review").path("sla").asString()).isNotEqualTo("OVERDUE");
    moveTo(after.minusSeconds(2));
    JsonNode breach = entry(caseId, "term-overdue");
    assertThat(OffsetDateTime.parse(breach.path("at").asString()).toInstant())
        .isBetween(after, after.plusSeconds(10));
    assertThat(timeline(caseId, "term-overdue")).hasSize(1);

    group.approves(caseId, "group-review");
    village.task(caseId, "committee-review");
  }

  @Test
  void aPlacesCalendarHoldsThereAndNowhereElse() {
    LocalDate day = LocalDate.now(clock).plusDays(40);
    Instant from = day.minusDays(1).atTime(9, 0).atZone(clock.getZone()).toInstant();
    Instant before = dueByTheService("3206", from);

    boolean worked = before.equals(dueOf(day));
    policy.post("/api/v1/calendar", change("3206", day, !worked, "调休")).ok();

    assertThat(dueByTheService("320612", from)).isNotEqualTo(before);
    assertThat(dueByTheService("nantong", from)).isNotEqualTo(before);
    assertThat(dueByTheService("320281", from)).isEqualTo(before);
    policy.post("/api/v1/calendar", change("3206", day, null, "取消调休")).ok();
    assertThat(dueByTheService("320612", from)).isEqualTo(before);
  }

  @Test
  void onlyPolicyStaffOfThePlaceAndTheAdministratorChangeACalendar() {
    LocalDate day = LocalDate.now(clock).plusDays(50);

    for (String other :
        List.of("village." + VILLAGE, "county.320612", "office.3206", "policy.320281")) {
      assertThat(
              Person.official(port, other)
                  .post("/api/v1/calendar", change("3206", day, false, "放假"))
                  .status())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(policy.post("/api/v1/calendar", change("", day, false, "放假")).status())
        .isEqualTo(403);
    assertThat(
            policy
                .post("/api/v1/calendar", change("3206", LocalDate.now(clock), false, "放假"))
                .status())
        .isEqualTo(422);
    assertThat(policy.post("/api/v1/calendar", change("3206", day, false, " ")).status())
        .isEqualTo(422);
    Person.official(port, "admin").post("/api/v1/calendar", change("", day, true, "通知")).ok();
    Person.official(port, "admin").post("/api/v1/calendar", change("", day, null, "撤销")).ok();
  }

  @Test
  void theOfficeAboveGrantsMoreTimeAndTheTimersMove() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    JsonNode task = group.task(caseId, "group-review");
    String extension = "/api/v1/tasks/" + task.path("id").asString() + "/extension";
    Map<String, Object> request = Map.of("workingDays", 2, "reason", "多数村民外出，评议会推迟");

    assertThat(township.post(extension, request).status()).isIn(403, 404);
    assertThat(group.post(extension, Map.of("workingDays", 2)).status()).isEqualTo(422);
    group.post(extension, request).ok();
    assertThat(group.post(extension, request).status()).isEqualTo(409);
    Map<String, Object> yes = Map.of("approve", true, "comment", "");
    assertThat(group.post(extension + "/decision", yes).status()).isEqualTo(403);
    assertThat(county.post(extension + "/decision", yes).status()).isEqualTo(404);
    township.post(extension + "/decision", yes).ok();

    Instant after = due(group.task(caseId, "group-review"));
    assertThat(after).isEqualTo(dueByTheService("3206", due(task).minusSeconds(1), 2));
    assertThat(timeline(caseId, "extension-asked")).hasSize(1);
    assertThat(timeline(caseId, "extension-approved")).hasSize(1);
    moveTo(due(task).plusSeconds(1));
    moveTo(after.plusSeconds(1));
    entry(caseId, "term-overdue");
    assertThat(timeline(caseId, "term-overdue")).hasSize(1);
  }

  @Test
  void anOverdueTaskComesBeforeTheOfficeAboveAndThenBeforeTheOversight() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    moveTo(due(group.task(caseId, "group-review")).plusSeconds(1));

    assertThat(entry(caseId, "escalated").path("comment").asString()).contains("东社镇", "督办");
    // The oversight's term runs from when the engine has heard that the superior knows.
    Eventually.holds(
        "the oversight did not learn of it",
        () -> {
          moveTo(clock.instant().plus(Duration.ofHours(12)));
          return timeline(caseId, "escalated").size() == 2;
        });
    assertThat(timeline(caseId, "escalated").getLast().path("comment").asString())
        .contains("监管办公室", "纪检监察");

    group.approves(caseId, "group-review");
    village.task(caseId, "committee-review");
  }

  private Instant dueOf(LocalDate lastDay) {
    return lastDay.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }

  private static Map<String, Object> change(
      String jurisdiction, LocalDate day, Boolean working, String reason) {
    Map<String, Object> change = new HashMap<>();
    change.put("jurisdiction", jurisdiction);
    change.put("day", day.toString());
    change.put("working", working);
    change.put("reason", reason);
    return change;
  }

  private Instant dueAfter(String caseId, Instant before) {
    return Eventually.present(
        () -> "the term was not moved",
        () ->
            Optional.of(due(group.task(caseId, "group-review")))
                .filter(due -> !due.equals(before)));
  }

  private void moveTo(Instant moment) {
    village.post("/api/v1/demo/clock", Map.of("set", moment.toString())).ok();
  }

  private Instant dueByTheService(String jurisdiction, Instant from) {
    return dueByTheService(jurisdiction, from, 1);
  }

  private Instant dueByTheService(String jurisdiction, Instant from, int workingDays) {
    String encoded =
        URLEncoder.encode(
            from.atZone(clock.getZone()).toOffsetDateTime().toString(), StandardCharsets.UTF_8);
    return due(
        village
            .get(
                "/api/v1/deadlines?jurisdiction="
                    + jurisdiction
                    + "&from="
                    + encoded
                    + "&workingDays="
                    + workingDays)
            .ok());
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
