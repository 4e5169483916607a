package cn.sunshine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The demo data of a first start: interrupted in the middle, gone on with, and then looked at. */
@RunningSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDataTest {

  @LocalServerPort int port;
  @Autowired DemoData demo;
  @Autowired DemoStore store;
  @Autowired StoryTimes times;
  @Autowired StoryBook book;
  @Autowired RequestBook requests;
  @Autowired JdbcClient jdbc;
  @Autowired DemoRegister register;
  @Autowired Clock clock;

  @BeforeAll
  void fillWithAnInterruption() throws Exception {
    notBegunWhereSomethingIs();
    store.begin(clock.instant());
    Thread first = Thread.ofPlatform().start(this::fill);
    Eventually.holds("no story is told", () -> told() > 3);
    first.interrupt();
    first.join();
    assertThat(told()).isLessThan(book.stories().size());

    times.recall();
    demo.fill();
  }

  private void notBegunWhereSomethingIs() {
    Person.official(port, "village.320612104202")
        .applies("320612104202", Applications.withinTheLine());
    demo.beginIfEmpty();
    assertThat(store.fill()).isEmpty();
  }

  private void fill() {
    try {
      demo.fill();
    } catch (InterruptedException asWanted) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private long told() {
    return stories().filter(DemoStore.Progress::told).count();
  }

  @Test
  void everyStoryIsToldOnce() {
    assertThat(told()).isEqualTo(book.stories().size());
    assertThat(store.fill().orElseThrow().finishedAt()).isPresent();
    assertThat(stories()).hasSize(book.stories().size());
  }

  @Test
  void fillingAgainChangesNothing() throws Exception {
    long before = households().path("total").asLong();

    demo.beginIfEmpty();
    demo.fill();

    assertThat(households().path("total").asLong()).isEqualTo(before);
    assertThat(stories()).hasSize(book.stories().size());
  }

  @Test
  void theRegisterHoldsThePaperHouseholdsAndTheAdmitted() {
    long admitted =
        cases().stream()
            .filter(file -> file.at("/result/outcome").asString("").equals("ADMITTED"))
            .count();

    assertThat(admitted).isPositive();
    assertThat(households().path("total").asLong())
        .isGreaterThanOrEqualTo(registeredInNantong() + admitted);
  }

  @Test
  void thereAreCasesInEveryStateOfTheChain() {
    Map<String, Long> openTasks =
        cases().stream()
            .flatMap(file -> file.path("openTasks").valueStream())
            .collect(
                Collectors.groupingBy(
                    task -> task.path("taskType").asString(), Collectors.counting()));

    assertThat(openTasks.keySet())
        .contains(
            "exit-township-check",
            "exit-county-confirmation",
            "income-report",
            "review-decision",
            "exit-review",
            "group-review",
            "committee-review",
            "objection-review",
            "township-check",
            "city-comparison",
            "doubt-investigation",
            "county-sign-off",
            "correction");
    assertThat(cases().stream().map(file -> file.path("status").asString()).distinct())
        .containsExactlyInAnyOrder("RUNNING", "COMPLETED", "REJECTED", "WITHDRAWN");
  }

  @Test
  void termsOfAllColoursAreFound() {
    assertThat(
            cases().stream()
                .flatMap(file -> file.path("openTasks").valueStream())
                .map(task -> task.path("sla").asString())
                .distinct())
        .contains("ON_TRACK", "OVERDUE");
  }

  @Test
  void everyCaseSaysThatItIsInvented() {
    assertThat(cases())
        .allSatisfy(
            file -> {
              assertThat(file.path("timeline").valueStream().toList())
                  .anyMatch(entry -> entry.path("comment").asString().startsWith("演示数据"));
              assertThat(file.at("/data/note").asString()).startsWith("演示数据");
            });
  }

  @Test
  void historiesGoForwardInTimeAndEndBeforeTheStart() {
    String origin =
        store
            .fill()
            .orElseThrow()
            .origin()
            .atZoneSameInstant(clock.getZone())
            .toOffsetDateTime()
            .toString();
    assertThat(cases())
        .allSatisfy(
            file -> {
              // Escalations of overdue tasks are the engine's own and of today.
              List<String> moments =
                  file.path("timeline")
                      .valueStream()
                      .filter(e -> !e.path("action").asString().equals("escalated"))
                      .map(e -> e.path("at").asString())
                      .toList();
              assertThat(moments.stream().map(java.time.OffsetDateTime::parse).toList()).isSorted();
              assertThat(java.time.OffsetDateTime.parse(moments.getLast()))
                  .isBeforeOrEqualTo(java.time.OffsetDateTime.parse(origin));
            });
  }

  @Test
  void complaintsAndRequestsForHelpAreToldToTheirEnds() {
    assertThat(requests.stories()).hasSizeGreaterThanOrEqualTo(12);
    for (RequestStory story : requests.stories()) {
      DemoStore.Progress progress = store.progress().get(story.key());
      RequestStory.Scene.Rests end = (RequestStory.Scene.Rests) story.scenes().getLast();
      assertThat(progress.told()).as(story.subject()).isTrue();
      assertThat(
              jdbc.sql("select state from complaint where case_id = ?")
                  .param(progress.caseId())
                  .query(String.class)
                  .single())
          .as(story.subject())
          .isEqualTo(end.state().name());
      assertThat(Person.official(port, "office.3206").seesCase(progress.caseId()).path("timeline"))
          .anyMatch(entry -> entry.path("comment").asString().startsWith("演示数据"));
    }
  }

  @Test
  void projectsAndTendersStandInEveryStage() {
    assertThat(
            jdbc.sql("select distinct stage from project p join demo_case d using (case_id)")
                .query(String.class)
                .list())
        .contains(
            "APPLIED",
            "RESERVE",
            "BIDDING",
            "BUILDING",
            "ACCEPTANCE",
            "PAYMENT",
            "COMPLETED",
            "REFUSED",
            "WITHDRAWN");
    assertThat(
            jdbc.sql("select distinct state from tender t join demo_case d using (case_id)")
                .query(String.class)
                .list())
        .contains("OPEN", "CLOSED", "OPENED", "AWARDED", "FAILED");
    assertThat(
            jdbc.sql("select count(distinct left(region, 6)) from project")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(7);
  }

  @Test
  void exitsWithFiveSignaturesWaitInJiangyinAndYancheng() {
    assertThat(openTasksOf(Person.official(port, "office.320281")))
        .contains("household-signature", "township-signature", "correction");
    assertThat(openTasksOf(Person.official(port, "office.3209"))).contains("township-signature");
  }

  @Test
  void exitsAndReviewsWaitInWujinAndSichuan() {
    assertThat(openTasksOf(Person.official(port, "office.320412")))
        .contains("exit-township-check", "exit-county-confirmation", "income-report");
    assertThat(openTasksOf(Person.official(port, "office.5108")))
        .contains("exit-township-check", "review-decision", "income-report");
  }

  @Test
  void admissionsWaitInEveryPlaceAndHouseholdsThatHadLeftAreBack() {
    assertThat(openTasksOf(Person.official(port, "office.320281")))
        .contains("household-survey", "doubt-investigation", "township-check", "county-sign-off");
    assertThat(openTasksOf(Person.official(port, "office.3209")))
        .contains("comparison-authorisation", "doubt-investigation", "review-meeting");
    assertThat(openTasksOf(Person.official(port, "office.5108")))
        .contains("representatives-meeting", "township-check");
    assertThat(openTasksOf(Person.official(port, "office.320412")))
        .contains("committee-review", "spot-check", "township-check");
    assertThat(
            jdbc.sql(
                    """
                    select left(back.number, 2) from household back
                    join household gone on gone.number = back.previous_number
                    where gone.status = 'EXITED' and back.region = '320904001201'
                    """)
                .query(String.class)
                .list())
        .containsExactly("YC");
  }

  private List<String> openTasksOf(Person office) {
    return store.progress().values().stream()
        .map(progress -> office.get("/api/v1/cases/" + progress.caseId()))
        .filter(answer -> answer.status() == 200)
        .flatMap(answer -> answer.body().path("openTasks").valueStream())
        .map(task -> task.path("taskType").asString())
        .toList();
  }

  private long registeredInNantong() {
    return register.entries().stream()
        .filter(entry -> entry.village().code().startsWith("3206"))
        .count();
  }

  /** Admissions, exits and reviews. */
  private Stream<DemoStore.Progress> stories() {
    return store.progress().values().stream()
        .filter(progress -> !progress.story().startsWith("request-"));
  }

  /** Those that the city sees. */
  private List<JsonNode> cases() {
    Person city = county("3206");
    return stories()
        .filter(progress -> progress.caseId().startsWith("NT-"))
        .map(progress -> city.seesCase(progress.caseId()))
        .toList();
  }

  private JsonNode households() {
    return county("3206").get("/api/v1/households?region=3206&size=1").ok();
  }

  private Person county(String region) {
    return Person.official(port, "county." + region);
  }
}
