package cn.sunshine.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.SunshineServices;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people decide counts at once; the engine learns of it later. The broker is held up here, so
 * that "later" is certain.
 */
@RunningSystem
class EngineFallsBehindTest {

  private static final String VILLAGE = "320612101200";

  @LocalServerPort int port;
  @Autowired JdbcClient database;

  private Person village;
  private Person group;
  private Person township;
  private Person county;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
    township = Person.official(port, "township.320612101");
    county = Person.official(port, "county.320612");
  }

  @AfterEach
  void letTheEngineGoOn() throws Exception {
    engine("resumeProcessing");
  }

  @Test
  @DisplayName("Nobody gets a task of a case that was withdrawn before the engine made the task")
  void noTaskOfAWithdrawnCase() throws Exception {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    String review = group.task(caseId, "group-review").path("id").asString();
    engine("pauseProcessing");
    group.decides(caseId, "group-review", "approve").ok();
    withdraws(caseId);
    engine("resumeProcessing");

    everythingHasArrived(caseId);

    assertThat(village.seesCase(caseId).path("openTasks").size()).isZero();
    assertThat(village.tasksOf(caseId)).isEmpty();
    assertThat(tasks(caseId)).as("only the review that was decided").isEqualTo(review);
  }

  @Test
  @DisplayName("A household that withdrew in time is not entered in the register after all")
  void noEntryOfAWithdrawnHousehold() throws Exception {
    Map<String, Object> application = Applications.withinTheLine();
    String caseId = atTheCountysSignOff(application);
    engine("pauseProcessing");
    county.decides(caseId, "county-sign-off", "approve").ok();
    withdraws(caseId);
    engine("resumeProcessing");

    everythingHasArrived(caseId);

    assertThat(village.seesEnd(caseId, "WITHDRAWN").at("/result/outcome").asString())
        .isEqualTo("WITHDRAWN");
    assertThat(
            database
                .sql("select count(*) from household where case_id = ?")
                .param(caseId)
                .query(Long.class)
                .single())
        .isZero();
    village.applies(VILLAGE, application);
  }

  private String atTheCountysSignOff(Map<String, Object> application) {
    String caseId = village.applies(VILLAGE, application);
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    afterTheNotice(caseId, "VILLAGE");
    township.approves(caseId, "township-check");
    afterTheNotice(caseId, "TOWNSHIP");
    county.task(caseId, "county-sign-off");
    return caseId;
  }

  private void afterTheNotice(String caseId, String kind) {
    Eventually.holds(
        "no notice",
        () ->
            database
                    .sql("select count(*) from notice where case_id = ? and kind = ?")
                    .params(caseId, kind)
                    .query(Long.class)
                    .single()
                == 1);
    county.post("/api/v1/demo/clock", Map.of("advance", "P7D")).ok();
  }

  private void withdraws(String caseId) {
    village.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "已外出务工")).ok();
  }

  /** The engine has all commands, and has ended the case: its last step is there. */
  private void everythingHasArrived(String caseId) {
    Eventually.holds(
        "the engine does not end " + caseId,
        () ->
            database
                    .sql(
                        """
                        select count(*) from engine_step where case_id = ?
                          and element = 'close-withdrawn'
                        """)
                    .param(caseId)
                    .query(Long.class)
                    .single()
                == 1);
    assertThat(
            database
                .sql("select count(*) from engine_command where case_id = ? and done_at is null")
                .param(caseId)
                .query(Long.class)
                .single())
        .isZero();
  }

  private String tasks(String caseId) {
    return database
        .sql("select string_agg(id, ',') from task where case_id = ?")
        .param(caseId)
        .query(String.class)
        .single();
  }

  /** The broker's own switch, on its management port. */
  private static void engine(String what) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  URI.create(
                      SunshineServices.shared().properties().get("sunshine.zeebe.management")
                          + "/actuator/partitions/"
                          + what))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
  }
}
