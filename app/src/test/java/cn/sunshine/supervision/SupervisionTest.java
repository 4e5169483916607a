package cn.sunshine.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Supervisors count, look and urge, each in the own region (NT-4, NT-21, NT-24). */
@RunningSystem
class SupervisionTest {

  private static final String COUNTY = "320671";
  private static final String TOWNSHIP = "320671001";
  private static final String VILLAGE = "320671001001";

  @LocalServerPort int port;
  private Person village;
  private Person group;
  private Person county;

  @BeforeEach
  void people() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
    county = Person.official(port, "county." + COUNTY);
  }

  @Test
  void anOpenTaskIsCountedInItsAreaStepChainAndOffice() {
    long before = open(county, "?region=" + VILLAGE);
    long groupBefore = ofStep(figures(county, "?region=" + VILLAGE), "group-review");
    String caseId = applied();

    Eventually.holds(
        "the new task is not counted", () -> open(county, "?region=" + VILLAGE) == before + 1);

    JsonNode board = figures(county, "?region=" + TOWNSHIP);
    assertThat(ofStep(figures(county, "?region=" + VILLAGE), "group-review"))
        .isEqualTo(groupBefore + 1);
    assertThat(find(board.path("areas"), "region", VILLAGE).at("/tasks/open").asLong())
        .isEqualTo(before + 1);
    assertThat(find(board.path("offices"), "role", "group").at("/tasks/open").asLong())
        .isPositive();
    assertThat(
            find(board.path("processes"), "process", "household-admission")
                .at("/tasks/open")
                .asLong())
        .isPositive();
    assertThat(list("?region=" + VILLAGE + "&step=group-review&size=500").toString())
        .contains(caseId);
    assertThat(list("?region=" + VILLAGE + "&office=township&size=500").toString())
        .doesNotContain(caseId);
  }

  @Test
  void aDecisionCountsAsInTime() {
    String caseId = applied();
    long before = decided();

    group.approves(caseId, "group-review");

    Eventually.holds("the decision is not counted", () -> decided() == before + 1);
    assertThat(list("?region=" + VILLAGE + "&show=decided&size=500").toString()).contains(caseId);
    assertThat(list("?region=" + VILLAGE + "&show=late&size=500").toString())
        .doesNotContain(caseId);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "township.320671001",
        "county.320671",
        "county.3206",
        "finance.320671",
        "department.320671",
        "office.320671",
        "office.3206",
        "discipline.320671",
        "audit.320671"
      })
  void supervisorsSeeAndUrgeInTheirRegion(String account) {
    String caseId = applied();
    String task = group.task(caseId, "group-review").path("id").asString();
    Person supervisor = Person.official(port, account);

    assertThat(figures(supervisor, "?region=" + TOWNSHIP).at("/tasks/open").asLong()).isPositive();
    assertThat(figures(supervisor, "").path("region").asString())
        .isEqualTo(account.substring(account.indexOf('.') + 1));
    urge(supervisor, task, "请今天办结").ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "township.320671002",
        "county.320623",
        "office.320623",
        "discipline.320623",
        "audit.320623",
        "finance.320623",
        "department.320623",
        "village.320671001001",
        "group.320671001001",
        "farmer.320671001001",
        "helper.320671001001",
        "township-finance.320671001",
        "comparison.320671",
        "policy.3206",
        "policy-approver.3206",
        "admin"
      })
  void nobodyElseSeesFiguresOrTasksOrUrges(String account) {
    String caseId = applied();
    String task = group.task(caseId, "group-review").path("id").asString();
    Person stranger = Person.official(port, account);

    assertThat(stranger.get("/api/v1/supervision?region=" + TOWNSHIP).status()).isEqualTo(403);
    assertThat(stranger.get("/api/v1/supervision/tasks?region=" + TOWNSHIP).status())
        .isEqualTo(403);
    assertThat(urge(stranger, task, "请办理").status()).isEqualTo(404);
    assertThat(county.seesCase(caseId).toString()).doesNotContain("urge");
  }

  @Test
  void withoutLogInNobodySeesAnything() {
    assertThat(Person.anyone(port).get("/api/v1/supervision").status()).isEqualTo(401);
  }

  @Test
  void anUrgeStandsInTheHistoryOfTheCase() {
    String caseId = applied();
    String task = group.task(caseId, "group-review").path("id").asString();

    urge(county, task, "还剩一天，请抓紧").ok();

    JsonNode entry = find(county.seesCase(caseId).path("timeline"), "action", "urge");
    assertThat(entry.path("comment").asString()).isEqualTo("还剩一天，请抓紧");
    assertThat(entry.path("actor").asString()).contains("county." + COUNTY);
  }

  @Test
  void anUrgeSaysSomethingAndIsNotRepeatedAtOnce() {
    String caseId = applied();
    String task = group.task(caseId, "group-review").path("id").asString();

    assertThat(urge(county, task, "  ").status()).isEqualTo(422);
    assertThat(urge(county, task, "字".repeat(501)).status()).isEqualTo(422);
    urge(county, task, "请办理").ok();
    assertThat(urge(county, task, "请办理").status()).isEqualTo(409);
    urge(Person.official(port, "office." + COUNTY), task, "请办理").ok();
  }

  @Test
  void whatIsDoneIsNotUrged() {
    String caseId = applied();
    String task = group.task(caseId, "group-review").path("id").asString();
    group.approves(caseId, "group-review");

    Person.Answer refused = urge(county, task, "请办理");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.detail()).contains("不需要催办");
  }

  @Test
  void wrongQuestionsGetAClearAnswer() {
    assertThat(county.get("/api/v1/supervision?region=999999").status()).isEqualTo(422);
    assertThat(county.get("/api/v1/supervision/tasks?show=everything").detail())
        .contains("overdue");
    assertThat(county.get("/api/v1/supervision/tasks?office=king").detail()).contains("king");
    assertThat(county.get("/api/v1/supervision/tasks?size=100000").status()).isEqualTo(422);
  }

  @Test
  void prometheusReadsTheSameFigures() {
    applied();

    String metrics =
        Eventually.present(
            () -> "no figures at /actuator/prometheus",
            () ->
                Optional.of(county.get("/actuator/prometheus").body().asString(""))
                    .filter(
                        text ->
                            text.lines()
                                .anyMatch(
                                    line ->
                                        line.startsWith("sunshine_tasks_open{")
                                            && line.contains("process=\"household-admission\"")
                                            && line.contains("step=\"group-review\"")
                                            && line.contains("sla=\"ON_TRACK\""))));
    assertThat(metrics).contains("sunshine_urges_total");
  }

  private String applied() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.task(caseId, "group-review");
    return caseId;
  }

  private Person.Answer urge(Person who, String task, String text) {
    return who.post("/api/v1/supervision/tasks/" + task + "/urge", Map.of("text", text));
  }

  private long decided() {
    return figures(county, "?region=" + VILLAGE).at("/past/decided").asLong();
  }

  private static long open(Person who, String query) {
    return figures(who, query).at("/tasks/open").asLong();
  }

  private static long ofStep(JsonNode board, String step) {
    return board
        .path("steps")
        .valueStream()
        .filter(one -> one.path("step").asString().equals(step))
        .mapToLong(one -> one.at("/tasks/open").asLong())
        .sum();
  }

  private static JsonNode figures(Person who, String query) {
    return who.get("/api/v1/supervision" + query).ok();
  }

  private JsonNode list(String query) {
    return county.get("/api/v1/supervision/tasks" + query).ok();
  }

  private static JsonNode find(JsonNode items, String key, String value) {
    List<JsonNode> found =
        items.valueStream().filter(item -> item.path(key).asString().equals(value)).toList();
    assertThat(found).as(key + " " + value + " in " + items).isNotEmpty();
    return found.getFirst();
  }
}
