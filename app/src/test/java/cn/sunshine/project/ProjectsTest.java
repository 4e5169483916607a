package cn.sunshine.project;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.household.Households;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** NT-12, NT-13, JY-7, JY-8: projects as the offices carry them, over the REST interface. */
@RunningSystem
class ProjectsTest {

  @LocalServerPort int port;

  @Autowired JdbcClient jdbc;
  @Autowired Households households;

  @Test
  void aProvincialProjectGoesFromTheVillageToTheLastPayment() {
    ProjectRun project = ProjectRun.of(port, "provincial-village-project");

    project.approve("village-confirmation", "project-check");
    aGateSaysWhatIsMissing(project);
    project.approve("project-survey").score(20).approve("project-review");
    project.sheet("project-approval");
    assertThat(project.register().at("/project/stage").asString()).isEqualTo("RESERVE");
    theDrawCanBeRepeated(project);
    project.approve("project-approval").tendered().built().accepted();
    onlyWhatAddsUpIsPaid(project);

    JsonNode ended = project.ends("COMPLETED");
    assertThat(ended.at("/result/outcome").asString()).isEqualTo("COMPLETED");
    JsonNode register = project.register();
    assertThat(register.at("/project/stage").asString()).isEqualTo("COMPLETED");
    assertThat(register.at("/project/contractAmount").decimalValue())
        .isEqualByComparingTo("480000.20");
    assertThat(register.at("/paid/TOWNSHIP_TO_UNIT").decimalValue())
        .isEqualByComparingTo("470000.20");
    assertThat(register.path("gates").valueStream().map(gate -> gate.path("state").asString()))
        .containsOnly("PASSED", "SKIPPED");
  }

  private static void aGateSaysWhatIsMissing(ProjectRun project) {
    Person.Answer answer =
        project.tries(
            "project-survey", "approve", Map.of("surveyedOn", "2020-01-02", "findings", "可行"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail()).contains("还缺：调研报告").contains("survey-report");
  }

  private static void theDrawCanBeRepeated(ProjectRun project) {
    JsonNode appraisal = project.register().path("appraisal");
    assertThat(appraisal.path("repeated")).isEqualTo(appraisal.at("/draw/drawn"));
    assertThat(appraisal.at("/draw/seed").asString()).hasSize(32);
    assertThat(appraisal.path("average").decimalValue()).isEqualByComparingTo("80");
  }

  private static void onlyWhatAddsUpIsPaid(ProjectRun project) {
    Map<String, Object> tooMuch =
        Map.of("amount", 470000.21, "paidOn", "2020-01-02", "voucher", "V1");
    project.bringEvidence("county-payment");
    assertThat(project.tries("county-payment", "approve", tooMuch).detail()).contains("470,000.20");
    project
        .tries(
            "county-payment",
            "approve",
            Map.of("amount", 70000.10, "paidOn", "2020-01-02", "voucher", "V1"))
        .ok();
    project.bringEvidence("township-payment");
    Person.Answer wrong =
        project.tries(
            "township-payment",
            "approve",
            Map.of(
                "payments",
                List.of(Map.of("payee", "乙公司", "amount", 70000, "paidOn", "2020-01-02"))));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.detail()).contains("不一致");
    project.approve("township-payment", "county-payment", "township-payment");
  }

  @Test
  void sealedBidsCannotBeReadOrOpenedBeforeTheHourAndOnlyByTwo() {
    ProjectRun project = approved("provincial-village-project").approve("tender-document");
    String tender = project.tender().path("id").asString();
    project.bid(tender, "甲甲建设", 500000).ok();
    project.bid(tender, "乙乙建设", 490000).ok();
    JsonNode receipt = project.bid(tender, "丙丙建设", 495000.55).ok();

    assertThat(project.bid(tender, "丙丙建设", 1).status()).isEqualTo(409);
    assertThat(
            jdbc.sql(
                    "select coalesce(bidder, '') || coalesce(amount::text, '') from sealed_bid"
                        + " where id = ?")
                .param(receipt.path("id").asString())
                .query(String.class)
                .single())
        .isEmpty();
    Person township = project.office("bid-opening-first");
    Person.Answer early = township.post("/api/v1/tenders/" + tender + "/openings", Map.of());
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.detail()).contains("未到开标时间");
    assertThat(township.get("/api/v1/tenders/" + tender + "/bids").status()).isEqualTo(409);
    assertThat(Person.anyone(port).get("/api/v1/tenders/" + tender + "/bids").status())
        .isEqualTo(401);

    project.days(6);
    assertThat(project.bid(tender, "丁丁建设", 1).status()).isEqualTo(409);
    project.approve("bid-opening-first");
    assertThat(township.get("/api/v1/tenders/" + tender + "/bids").status()).isEqualTo(409);
    project
        .office("bid-opening-second")
        .post("/api/v1/tenders/" + tender + "/openings", Map.of())
        .ok();
    project.sheet("bid-evaluation");
    JsonNode bids = township.get("/api/v1/tenders/" + tender + "/bids").ok();
    assertThat(bids.at("/items/0/bidder").asString()).isEqualTo("乙乙建设");
    assertThat(bids.at("/items/1/amount").decimalValue()).isEqualByComparingTo("495000.55");
    assertThat(bids.path("openers").size()).isEqualTo(2);
    Person.Answer other =
        project.tries("bid-evaluation", "approve", Map.of("winner", "B0", "reasons", "x"));
    assertThat(other.detail()).contains("没有编号");
  }

  @Test
  void tooFewBiddersAreTenderedAgainAndThenNegotiatedWithApproval() {
    ProjectRun project = approved("pooled-project").approve("tender-document");
    project.bid(project.tender().path("id").asString(), "甲公司", 500000).ok();
    project.days(6).approve("tender-document");
    assertThat(project.tender().path("round").asInt()).isEqualTo(2);
    project.days(6).approve("negotiation-approval");
    project.bringEvidence("negotiation");
    Person.Answer tooDear =
        project.tries(
            "negotiation",
            "approve",
            Map.of("contractor", "甲", "amount", 520000.01, "record", "x"));
    assertThat(tooDear.detail()).contains("高于控制价");
    project.approve("negotiation").noticePassed("TOWNSHIP").approve("contract-signing");
    assertThat(project.register().at("/project/contractAmount").decimalValue())
        .isEqualByComparingTo("500000");
    project
        .built()
        .accepted()
        .approve(
            "county-payment", "township-payment", "performance-evaluation", "income-distribution");
    project.ends("COMPLETED");
  }

  @Test
  void changesToleranceAndRectificationOfAMunicipalProject() {
    ProjectRun project = ProjectRun.of(port, "municipal-village-project");
    project
        .approve("village-confirmation", "project-survey")
        .score(20)
        .approve("project-review", "implementation-scheme");
    project
        .person("finance.3206")
        .decides(project.caseId(), "joint-check", "reject", "材料不全", Map.of())
        .ok();
    project.person("department.3206").decides(project.caseId(), "joint-check", "approve").ok();
    project.person("office.3206").decides(project.caseId(), "joint-check", "approve").ok();
    project.tendered().approve("implementation-plan");
    project
        .tries("milestone-report", "change", Map.of("change", "加固棚架", "changeAmount", 1000.05))
        .ok();
    project.approve("change-review");
    Person.Answer empty = project.tries("milestone-report", "risk", Map.of());
    assertThat(empty.detail()).contains("风险情况");
    project.tries("milestone-report", "risk", Map.of("risk", "台风损坏")).ok();
    Person.Answer atFault =
        project.tries(
            "tolerance-review",
            "approve",
            Map.of("intent", false, "negligence", true, "findings", "失职"));
    assertThat(atFault.status()).isEqualTo(409);
    project
        .tries(
            "tolerance-review",
            "approve",
            Map.of("intent", false, "negligence", false, "findings", "天灾"))
        .ok();
    project.approve("risk-decision", "milestone-report", "milestone-report");

    project.bringEvidence("preliminary-acceptance");
    Map<String, Object> failed =
        Map.of(
            "acceptedOn",
            "2020-01-02",
            "checklist",
            List.of(Map.of("item", "棚架", "passed", false)));
    assertThat(project.tries("preliminary-acceptance", "approve", failed).detail()).contains("棚架");
    project.tries("preliminary-acceptance", "rectify", failed).ok();
    project.approve("rectification-report", "preliminary-acceptance", "acceptance-application");
    project.tries("county-acceptance", "rectify", failed).ok();
    project.approve(
        "rectification-report",
        "preliminary-acceptance",
        "acceptance-application",
        "county-acceptance");
    project.bringEvidence("final-account");
    assertThat(project.tries("final-account", "approve", Map.of("finalAmount", 481000.26)).detail())
        .contains("481,000.25");
    project.approve("final-account");
    assertThat(project.tries("county-matching", "approve", Map.of("amount", 200000)).detail())
        .contains("200,000.10");
    project.approve(
        "county-matching",
        "subsidy-application",
        "subsidy-review",
        "city-payment",
        "county-payment",
        "township-payment");
    project.ends("COMPLETED");
  }

  @Test
  void aProjectForHouseholdsAndAnInvestmentOfAVillage() {
    ProjectRun direct = ProjectRun.of(port, "direct-household-project");
    direct
        .approve("village-confirmation")
        .noticePassed("VILLAGE")
        .approve("project-township-check", "project-approval");
    direct.built().accepted().approve("direct-payment");
    direct.ends("COMPLETED");

    ProjectRun investment = ProjectRun.of(port, "village-investment");
    investment.approve("investment-survey", "feasibility-study");
    investment.bringEvidence("democratic-decision");
    Person.Answer few =
        investment.tries(
            "democratic-decision",
            "approve",
            Map.of("meetingOn", "2020-01-02", "entitled", 60, "attended", 20, "agreed", 20));
    assertThat(few.detail()).contains("会议表决无效");
    investment
        .approve("democratic-decision")
        .noticePassed("VILLAGE")
        .approve("project-township-check", "project-approval")
        .tendered()
        .built()
        .accepted()
        .approve("asset-registration");
    investment.bringEvidence("income-distribution");
    Person.Answer lost =
        investment.tries(
            "income-distribution",
            "approve",
            Map.of(
                "period",
                "2027年",
                "income",
                1000.30,
                "shares",
                List.of(Map.of("beneficiary", "村集体", "amount", 1000))));
    assertThat(lost.detail()).contains("足额分配");
    investment.approve("income-distribution");
    investment.ends("COMPLETED");
  }

  @Test
  void whatGoesToHouseholdsIsListedCheckedAndPaidAsListed() {
    String first = registered("320623113211", "许桂兰");
    String second = registered("320623113211", "曹国平");
    String elsewhere = registered("320623113210", "邵文英");

    assertThat(directFor(first, 400000.20, elsewhere, 200000.10).detail()).contains(elsewhere);
    assertThat(directFor(first, 400000.20, first, 200000.10).detail()).contains("填了两次");
    assertThat(directFor(first, 400000.20, second, 200000.11).detail())
        .contains("到户金额合计 600,000.31 元");

    ProjectRun project =
        ProjectRun.of(
            port, "direct-household-project", withHouseholds(first, 400000.20, second, 200000.10));
    project
        .approve("village-confirmation")
        .noticePassed("VILLAGE")
        .approve("project-township-check", "project-approval")
        .built()
        .accepted();
    project.bringEvidence("direct-payment");
    assertThat(project.sheet("direct-payment").at("/data/payments/0/payee").asString())
        .isEqualTo(first);
    assertThat(project.tries("direct-payment", "approve", paid(first, 70000.10, second, 400000.10)))
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(422))
        .satisfies(answer -> assertThat(answer.detail()).contains("超过它的到户金额"));
    assertThat(
            project
                .tries("direct-payment", "approve", paid(first, 300000.20, "王五", 170000))
                .detail())
        .contains("不在申报的受益户名单里");
    project.tries("direct-payment", "approve", paid(first, 300000.20, second, 170000)).ok();
    project.ends("COMPLETED");
  }

  private String registered(String village, String head) {
    return households.register(RegisteredPeople.household("NT", village, head));
  }

  private Person.Answer directFor(String one, Object his, String other, Object hers) {
    return Person.official(port, "township.320623113")
        .post(
            "/api/v1/cases",
            Map.of(
                "process",
                "direct-household-project",
                "region",
                ProjectRun.VILLAGE,
                "data",
                withHouseholds(one, his, other, hers)));
  }

  private static Map<String, Object> withHouseholds(
      String one, Object his, String other, Object hers) {
    Map<String, Object> data = new LinkedHashMap<>(ProjectRun.application());
    data.put(
        "households",
        List.of(
            Map.of("householdNumber", one, "amount", his),
            Map.of("householdNumber", other, "amount", hers)));
    return data;
  }

  private static Map<String, Object> paid(String one, Object his, String other, Object hers) {
    return Map.of(
        "payments",
        List.of(
            Map.of("payee", one, "amount", his, "paidOn", "2020-01-02"),
            Map.of("payee", other, "amount", hers, "paidOn", "2020-01-02")));
  }

  @Test
  void anObjectionToTheAwardGoesToWhoTenders() {
    ProjectRun project = approved("provincial-village-project").awarded();
    String notice = project.notice("TOWNSHIP").path("id").asString();
    Person.anyone(port)
        .post("/api/v1/notices/" + notice + "/objections", Map.of("text", "评标委员会成员与中标人有亲属关系"))
        .ok();

    JsonNode review =
        project.person("township.320623113").task(project.caseId(), "objection-review");
    assertThat(project.person("village." + ProjectRun.VILLAGE).tasksOf(project.caseId())).isEmpty();
    JsonNode sheet =
        project
            .person("township.320623113")
            .get("/api/v1/tasks/" + review.path("id").asString())
            .ok();
    assertThat(sheet.at("/data/objection/text").asString()).contains("亲属关系");
    project
        .person("township.320623113")
        .decides(project.caseId(), "objection-review", "return", "", Map.of())
        .ok();
    project.sheet("bid-evaluation");
  }

  @Test
  void aReturnedProjectIsCorrectedAndWhatDoesNotAddUpIsRefused() {
    ProjectRun project = ProjectRun.of(port, "provincial-village-project");
    project.tries("village-confirmation", "return", Map.of()).ok();
    Person township = project.office("project-correction");
    Person.Answer wrong =
        township.decides(
            project.caseId(), "project-correction", "approve", "", Map.of("budget", 1));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.detail()).contains("不一致");
    township
        .decides(project.caseId(), "project-correction", "approve", "", Map.of("name", "改名后的项目"))
        .ok();
    project.sheet("village-confirmation");
    assertThat(project.register().at("/project/name").asString()).isEqualTo("改名后的项目");
    project.tries("village-confirmation", "reject", Map.of()).ok();
    project.ends("REJECTED");
    assertThat(project.register().at("/project/stage").asString()).isEqualTo("REFUSED");
  }

  @Test
  void fundsHaveToAddUpToTheBudget() {
    Map<String, Object> data = new LinkedHashMap<>(ProjectRun.application());
    data.put("budget", 600000.31);
    Person.Answer answer =
        Person.official(port, "township.320623113")
            .post(
                "/api/v1/cases",
                Map.of(
                    "process",
                    "provincial-village-project",
                    "region",
                    ProjectRun.VILLAGE,
                    "data",
                    data));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.detail()).contains("600,000.30").contains("600,000.31");
  }

  @ParameterizedTest
  @CsvSource({
    "farmer.320623113211, 403, 403",
    "group.320623113211, 200, 403",
    "village.320623113211, 200, 201",
    "helper.320623113211, 200, 403",
    "township.320623113, 200, 201",
    "township-finance.320623113, 200, 403",
    "county.320623, 200, 201",
    "comparison.320623, 403, 403",
    "finance.320623, 200, 403",
    "department.320623, 200, 403",
    "office.320623, 200, 403",
    "discipline.320623, 200, 403",
    "audit.320623, 200, 403",
    "policy.3206, 403, 403",
    "policy-approver.3206, 403, 403",
    "township.320623110, 200, 403"
  })
  void whoSeesTheRegisterAndWhoPutsAProjectForward(String account, int sees, int applies) {
    Person person = Person.official(port, account);
    assertThat(person.get("/api/v1/projects").status()).isEqualTo(sees);
    assertThat(
            person
                .post(
                    "/api/v1/cases",
                    Map.of(
                        "process",
                        "provincial-village-project",
                        "region",
                        ProjectRun.VILLAGE,
                        "data",
                        ProjectRun.application()))
                .status())
        .isEqualTo(applies);
  }

  @Test
  void nobodySeesAnotherTownsProjects() {
    ProjectRun project = ProjectRun.of(port, "provincial-village-project");
    Person elsewhere = Person.official(port, "township.320623110");
    assertThat(elsewhere.get("/api/v1/projects/" + project.caseId()).status()).isEqualTo(404);
    assertThat(elsewhere.get("/api/v1/projects?region=320623113").status()).isEqualTo(403);
    assertThat(elsewhere.attaches(project.caseId(), "survey-report").status()).isEqualTo(404);
  }

  private ProjectRun approved(String process) {
    ProjectRun project = ProjectRun.of(port, process);
    if (process.equals("pooled-project")) {
      project.approve("project-township-check", "project-survey", "project-argument");
    } else {
      project.approve("village-confirmation", "project-check", "project-survey");
    }
    return project.score(20).approve("project-review", "project-approval");
  }
}
