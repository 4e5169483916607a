package cn.sunshine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The diagram of a case shows the way it took and where it stands. */
@RunningSystem
class JourneysTest {

  private static final String VILLAGE = "320612103002";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Cases cases;
  Person village;
  Person group;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
  }

  @Test
  void aFreshCaseStandsAtTheGroupsReview() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.task(caseId, "group-review");

    Journey.Leg own = journey(caseId).legs().getFirst();

    assertThat(own.process()).isEqualTo("household-admission");
    assertThat(own.active()).containsExactly("group-review");
    assertThat(own.completed()).contains("open-case").doesNotContain("group-review");
    assertThat(own.flows()).isNotEmpty();
  }

  @Test
  void whileTheNoticeRunsTheCaseStandsInTheCallAndInTheNoticePeriod() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    Eventually.holds("no notice was published", () -> journey(caseId).legs().size() == 2);

    Journey journey = journey(caseId);

    assertThat(journey.legs().getFirst().active()).containsExactly("village-notice");
    assertThat(journey.legs().getFirst().completed()).contains("group-review", "committee-review");
    assertThat(journey.legs().getLast().title()).isEqualTo("村级公示");
    assertThat(journey.legs().getLast().active()).containsExactly("notice-period");
  }

  @Test
  void aRefusedCaseStandsNowhereAndItsWayReachesAnEnd() {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.decides(caseId, "group-review", "reject", "收入不实", Map.of()).ok();
    village.seesEnd(caseId, "REJECTED");

    Journey.Leg own = journey(caseId).legs().getFirst();

    assertThat(own.active()).isEmpty();
    assertThat(own.completed()).contains("group-review").anyMatch(id -> id.contains("refused"));
  }

  private Journey journey(String caseId) {
    return journeys.of(cases.require(caseId));
  }
}
