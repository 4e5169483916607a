package cn.sunshine.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Role;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * NT-21, NT-24: how severe it is that a term is over says a decision table, by what the task is
 * about and how long it is over; the supervisors see the severity with its reason.
 */
@RunningSystem
class AlertsTest {

  private static final String COUNTY = "320685";
  private static final String VILLAGE = "320685102002";

  @LocalServerPort int port;
  @Autowired Alerts alerts;

  private Person office;
  private Person village;

  @BeforeEach
  void people() {
    office = Person.official(port, "office." + COUNTY);
    village = Person.official(port, "village." + VILLAGE);
  }

  @Test
  void anOverdueRequestIsGraverThanAnOverdueReviewAndBothGrowWithTheDays() {
    String review = village.applies(VILLAGE, Applications.withinTheLine());
    String request = request();
    OffsetDateTime reviewDue =
        dueOf(Person.official(port, "group." + VILLAGE), review, "group-review");
    OffsetDateTime requestDue =
        dueOf(Person.official(port, "department." + COUNTY), request, "reply");
    assertThat(alertOf(review)).as("nothing is late").isEmpty();

    OffsetDateTime later = reviewDue.isAfter(requestDue) ? reviewDue : requestDue;
    clockTo(later.plusMinutes(1));

    JsonNode ofReview = awaits(review, "MEDIUM");
    JsonNode ofRequest = awaits(request, "HIGH");
    assertThat(ofReview.path("rule").asString()).isEqualTo("overdue");
    assertThat(ofRequest.path("rule").asString()).isEqualTo("request-overdue");
    assertThat(ofRequest.path("message").asString()).contains("预警级别：较重").contains("NT-21");
    assertThat(ofRequest.path("actual").asString()).contains("流程 求助");
    assertThat(ofRequest.path("version").asString()).startsWith("1-");

    clockTo(workingDaysAfter(later, 6).plusMinutes(1));

    awaits(request, "CRITICAL");
    Eventually.holds("the review has grown", () -> !severity(review).equals("MEDIUM"));
    assertThat(alerts.of(request))
        .extracting(Alert::severity)
        .as("what was said before is kept")
        .contains(AlertSeverity.HIGH, AlertSeverity.CRITICAL);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void theTableKnowsEveryOfficeThatATaskCanBelongTo(Role role) {
    Person.Answer answer =
        office.post(
            "/api/v1/decisions/alert-severity",
            Map.of(
                "jurisdiction",
                "nantong",
                "facts",
                Map.of(
                    "stage",
                    "overdue",
                    "process",
                    "household-admission",
                    "role",
                    role.code(),
                    "days-over",
                    1)));

    assertThat(answer.ok().path("outcome").asString()).isIn("MEDIUM", "HIGH");
  }

  @Test
  void theHistoryOfTheCaseSaysHowSevereItWasWhenItWasEscalated() {
    String request = request();
    clockTo(dueOf(Person.official(port, "department." + COUNTY), request, "reply").plusMinutes(1));

    Eventually.holds(
        "the escalation is in the history",
        () -> office.seesCase(request).path("timeline").toString().contains("预警级别：较重"));
  }

  private String request() {
    Map<String, Object> filed = new HashMap<>();
    filed.put("kind", "help-request");
    filed.put("region", VILLAGE);
    filed.put("subject", "大棚");
    filed.put("text", "大棚的事请答复。");
    filed.put("contact", "李先生 13912345678");
    String caseId =
        Person.anyone(port).post("/api/v1/complaints", filed).ok().path("caseId").asString();
    office
        .decides(
            caseId,
            "acceptance",
            "approve",
            "",
            Map.of("department", "agriculture", "severity", "ORDINARY"))
        .ok();
    return caseId;
  }

  private static OffsetDateTime dueOf(Person person, String caseId, String step) {
    return OffsetDateTime.parse(person.task(caseId, step).path("due").asString());
  }

  private void clockTo(OffsetDateTime moment) {
    office.post("/api/v1/demo/clock", Map.of("set", moment.toString())).ok();
  }

  private OffsetDateTime workingDaysAfter(OffsetDateTime from, int days) {
    String moment = from.toString().replace("+", "%2B");
    return OffsetDateTime.parse(
        office
            .get("/api/v1/deadlines?from=" + moment + "&workingDays=" + days)
            .ok()
            .path("due")
            .asString());
  }

  private JsonNode awaits(String caseId, String severity) {
    return Eventually.present(
        () -> caseId + " is not " + severity + ": " + alertOf(caseId),
        () -> alertOf(caseId).filter(alert -> alert.path("severity").asString().equals(severity)));
  }

  private String severity(String caseId) {
    return alertOf(caseId).map(alert -> alert.path("severity").asString()).orElse("");
  }

  private Optional<JsonNode> alertOf(String caseId) {
    List<JsonNode> items =
        office
            .get("/api/v1/supervision/tasks?region=" + VILLAGE + "&size=500")
            .ok()
            .path("items")
            .valueStream()
            .filter(item -> item.path("caseId").asString().equals(caseId))
            .map(item -> item.path("alert"))
            .filter(JsonNode::isObject)
            .toList();
    return items.stream().findFirst();
  }
}
