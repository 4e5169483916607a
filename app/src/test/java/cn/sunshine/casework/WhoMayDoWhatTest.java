package cn.sunshine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** NT-4, section 6 of the design: nobody sees or does what is not theirs, over the web port. */
@RunningSystem
class WhoMayDoWhatTest {

  private static final String VILLAGE = "320612103001";

  @LocalServerPort int port;
  Map<String, Object> application;
  String caseId;
  String taskId;

  @BeforeEach
  void aCaseThatWaitsForTheGroup() {
    application = Applications.withinTheLine();
    caseId = Person.official(port, "village." + VILLAGE).applies(VILLAGE, application);
    taskId =
        Person.official(port, "group." + VILLAGE)
            .task(caseId, "group-review")
            .path("id")
            .asString();
  }

  /** Accounts that look into the village of the case, and whether they need to see identities. */
  static Stream<Map.Entry<String, Boolean>> whoSeesTheCase() {
    return Stream.of(
        Map.entry("village." + VILLAGE, true),
        Map.entry("township.320612103", true),
        Map.entry("county.320612", true),
        Map.entry("comparison.320612", true),
        Map.entry("comparison.3206", true),
        Map.entry("group." + VILLAGE, false),
        Map.entry("office.320612", false),
        Map.entry("discipline.320612", false),
        Map.entry("discipline.3206", false),
        Map.entry("audit.320612", false),
        Map.entry("finance.320612", false),
        Map.entry("department.320612", false));
  }

  @ParameterizedTest
  @MethodSource("whoSeesTheCase")
  void whoHasToDoWithTheCaseSeesItAndIdentitiesOnlyWhereNeeded(Map.Entry<String, Boolean> who) {
    JsonNode file = Person.official(port, who.getKey()).seesCase(caseId);

    String number = file.at("/data/head/idNumber").asString();
    if (who.getValue()) {
      assertThat(number).isEqualTo(Applications.headOf(application));
    } else {
      assertThat(number).contains("********");
      assertThat(file.toString()).doesNotContain(Applications.headOf(application));
      assertThat(file.at("/data/head/phone").asString()).contains("****");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "village.320612101200",
        "group.320612101200",
        "farmer.320612103001",
        "helper.320612103001",
        "township.320612101",
        "township-finance.320612103",
        "county.320613",
        "comparison.320613",
        "office.320613",
        "discipline.320613",
        "policy.3206",
        "policy-approver.3206",
        "admin"
      })
  void forEverybodyElseThereIsNoSuchCaseAndNoSuchTask(String account) {
    Person stranger = Person.official(port, account);

    assertThat(stranger.get("/api/v1/cases/" + caseId).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/tasks/" + taskId).status()).isEqualTo(404);
    assertThat(stranger.get("/api/v1/cases?q=" + caseId).ok().path("total").asInt()).isZero();
    assertThat(stranger.tasksOf(caseId)).isEmpty();
    assertThat(stranger.post("/api/v1/tasks/" + taskId + "/claim", Map.of()).status())
        .isEqualTo(404);
    assertThat(approve(stranger).status()).isEqualTo(404);
    assertThat(withdraw(stranger).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "village.320612103001",
        "township.320612103",
        "county.320612",
        "county.3206",
        "comparison.320612",
        "office.320612",
        "discipline.320612",
        "audit.320612"
      })
  void whoSeesTheCaseStillCannotDecideForTheGroup(String account) {
    Person other = Person.official(port, account);

    assertThat(approve(other).status()).isEqualTo(404);
    Person.official(port, "group." + VILLAGE).task(caseId, "group-review");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"group.320612103001", "township.320612103", "county.320612", "office.320612"})
  void onlyTheApplicantWithdraws(String account) {
    assertThat(withdraw(Person.official(port, account)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group.320612103001",
        "helper.320612103001",
        "village.320612101200",
        "farmer.320612101200",
        "township.320612101",
        "county.320612",
        "finance.320612",
        "policy.3206",
        "admin"
      })
  void onlyThePeopleOfTheVillageAndItsTownshipApply(String account) {
    Person.Answer answer =
        Person.official(port, account)
            .post(
                "/api/v1/cases",
                Map.of(
                    "process",
                    "household-admission",
                    "region",
                    VILLAGE,
                    "data",
                    Applications.withinTheLine()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.detail()).isNotBlank();
  }

  @Test
  void withoutAnAccountThereIsOnlyWhatIsPublic() {
    Person anyone = Person.anyone(port);

    assertThat(anyone.get("/api/v1/cases/" + caseId).status()).isEqualTo(401);
    assertThat(anyone.get("/api/v1/tasks").status()).isEqualTo(401);
    assertThat(anyone.get("/api/v1/households").status()).isEqualTo(401);
    assertThat(approve(anyone).status()).isEqualTo(401);
    assertThat(anyone.get("/api/v1/notices").status()).isEqualTo(200);
  }

  @Test
  void aColleagueOfTheOfficeCannotDecideAClaimedTask() {
    Person member = Person.official(port, "group." + VILLAGE);
    member.post("/api/v1/tasks/" + taskId + "/claim", Map.of()).ok();

    assertThat(member.get("/api/v1/tasks?view=mine&q=" + caseId).ok().path("total").asInt())
        .isEqualTo(1);
    member.post("/api/v1/tasks/" + taskId + "/unclaim", Map.of()).ok();
    assertThat(member.get("/api/v1/tasks?view=mine&q=" + caseId).ok().path("total").asInt())
        .isZero();
  }

  private Person.Answer approve(Person person) {
    return person.post("/api/v1/tasks/" + taskId + "/complete", Map.of("outcome", "approve"));
  }

  private Person.Answer withdraw(Person person) {
    return person.post("/api/v1/cases/" + caseId + "/withdraw", Map.of("reason", "不申请了"));
  }
}
