package cn.sunshine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Role;
import cn.sunshine.household.Households;
import cn.sunshine.region.RegionLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * NT-2, NT-4: who may open a case and who finds it in the list are the same people, although the
 * one is asked in Java and the other in SQL. Held against each other for every role at every level.
 */
@RunningSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesACaseTest {

  private static final String VILLAGE = "320281001215";
  private static final String NEIGHBOUR = "320281001216";

  @LocalServerPort int port;
  @Autowired Households households;
  @Autowired JdbcClient jdbc;

  /** A survey waits for civil affairs, as at an admission of this place. */
  String admission;

  /** A signature waits for the helper, who is of no role that sees cases. */
  String exit;

  /** Only some roles look into a complaint. */
  String complaint;

  /** A project is worked on by more offices than other cases: they pay and accept it. */
  String project;

  @BeforeAll
  void casesThatWaitForSomebody() {
    Person village = Person.official(port, "village." + VILLAGE);
    admission = village.applies(VILLAGE, Applications.withinTheLine());
    Person.official(port, "department.320281").task(admission, "household-survey");
    exit = exitAtTheHelper();
    complaint =
        Person.anyone(port)
            .post(
                "/api/v1/complaints",
                Map.of(
                    "kind", "complaint",
                    "region", VILLAGE,
                    "subject", "补助没有发",
                    "text", "去年的补助一直没有收到",
                    "contact", "13800000000"))
            .ok()
            .path("caseId")
            .asString();
    Person.official(port, "office.320281").task(complaint, "acceptance");
    project =
        village
            .post(
                "/api/v1/cases",
                Map.of("process", "village-investment", "region", VILLAGE, "data", investment()))
            .ok()
            .path("id")
            .asString();
  }

  private static Map<String, Object> investment() {
    return Map.of(
        "name", "通运村厂房出租项目",
        "kind", "facility",
        "budget", 100_000,
        "funds", List.of(Map.of("source", "village", "amount", 100_000)),
        "purpose", "建设厂房出租，增加村集体收入",
        "implementingUnit", "通运村股份经济合作社");
  }

  private String exitAtTheHelper() {
    String number = households.register(RegisteredPeople.household("JY", VILLAGE, "陆根生"));
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("householdNumber", number);
    report.put("yearlyIncome", 60_000);
    report.put("reason", "务工收入稳定");
    report.put("householdSigns", "");
    String id =
        Person.official(port, "village." + VILLAGE)
            .post(
                "/api/v1/cases",
                Map.of("process", "household-exit", "region", VILLAGE, "data", report))
            .ok()
            .path("id")
            .asString();
    Person.official(port, "farmer." + VILLAGE).approves(id, "household-signature");
    Person.official(port, "helper." + VILLAGE).task(id, "helper-signature");
    return id;
  }

  /** Every role at every level at which it is held, here and next door. */
  static Stream<String> everybody() {
    return Stream.concat(
        Stream.of("admin"),
        Stream.of(VILLAGE, NEIGHBOUR)
            .flatMap(
                village ->
                    Stream.of(Role.values())
                        .flatMap(
                            role ->
                                role.levels().stream()
                                    .filter(level -> isHeldAt(role, level))
                                    .map(
                                        level ->
                                            role.code()
                                                + "."
                                                + village.substring(0, level.codeLength()))))
            .distinct());
  }

  /** Policy is made at the root of the place, which here is a county. */
  private static boolean isHeldAt(Role role, RegionLevel level) {
    return role == Role.POLICY || role == Role.POLICY_APPROVER
        ? level == RegionLevel.COUNTY
        : level != RegionLevel.PROVINCE;
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void whoMayOpenACaseFindsItInTheListAndNobodyElseDoes(String account) {
    Person person = Person.official(port, account);
    for (String caseId : List.of(admission, exit, complaint, project)) {
      int opened = person.get("/api/v1/cases/" + caseId).status();
      assertThat(opened).as(account + " opens " + caseId).isIn(200, 404);
      assertThat(listed(person, caseId))
          .as(account + " may open " + caseId + ": " + opened)
          .isEqualTo(opened == 200);
    }
  }

  @Test
  void theKindsDifferInWhoSeesThem() {
    assertThat(seen("helper." + VILLAGE)).containsExactly(exit);
    assertThat(seen("village." + VILLAGE)).containsExactly(admission, exit, project);
    assertThat(seen("township-finance.320281001")).containsExactly(project);
    assertThat(seen("office.320281")).containsExactly(admission, exit, complaint, project);
    assertThat(seen("farmer." + VILLAGE)).containsExactly(exit);
    assertThat(seen("helper." + NEIGHBOUR)).isEmpty();
    assertThat(seen("policy.320281")).isEmpty();
    assertThat(seen("admin")).isEmpty();
  }

  @Test
  void whoLeavesAnOfficeLosesSightOfItsCasesAlsoOfThoseThatWereTaken() {
    String account = "farmer.320281001225";
    Person former = Person.official(port, account);
    assertThat(seen(account)).isEmpty();
    jdbc.sql(
            """
            insert into account_grant (account_id, role, region)
            select id, 'helper', ? from account where username = ?
            """)
        .params(VILLAGE, account)
        .update();
    String task = former.task(exit, "helper-signature").path("id").asString();
    former.post("/api/v1/tasks/" + task + "/claim", Map.of()).ok();
    assertThat(seen(account)).containsExactly(exit);

    jdbc.sql(
            """
            delete from account_grant where role = 'helper'
              and account_id = (select id from account where username = ?)
            """)
        .param(account)
        .update();

    assertThat(seen(account)).isEmpty();
    assertThat(former.get("/api/v1/cases/" + exit).status()).isEqualTo(404);
    assertThat(former.tasksOf(exit)).isEmpty();
    Person.official(port, "township.320281001").seesCase(exit);
  }

  private List<String> seen(String account) {
    Person person = Person.official(port, account);
    return Stream.of(admission, exit, complaint, project)
        .filter(caseId -> listed(person, caseId))
        .toList();
  }

  private static boolean listed(Person person, String caseId) {
    return person.get("/api/v1/cases?q=" + caseId).ok().path("total").asInt() == 1;
  }
}
