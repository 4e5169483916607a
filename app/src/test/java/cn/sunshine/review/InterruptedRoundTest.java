package cn.sunshine.review;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RegisteredPeople;
import cn.sunshine.RunningSystem;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.Households;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A crash in the middle of a round: a batch is lost before its transaction ends, or handed out
 * again after it, also twice at the same moment. Whatever happens, each household gets one review.
 */
@RunningSystem
class InterruptedRoundTest {

  /** A county of Yancheng that no other test uses. */
  private static final String COUNTY = "320924";

  private static final String VILLAGE = "320924100001";
  private static final int HOUSEHOLDS = 90;

  @LocalServerPort int port;
  @Autowired Households households;

  @Autowired
  @Qualifier("startReviews")
  JobHandler batches;

  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  Person county;
  String round;

  @Test
  void everyHouseholdIsReviewedOnceHoweverOftenABatchIsHandedOut() throws Exception {
    county = Person.official(port, "county." + COUNTY);
    List<String> numbers =
        IntStream.range(0, HOUSEHOLDS)
            .mapToObj(n -> households.register(RegisteredPeople.household("YC", VILLAGE, "户" + n)))
            .toList();
    String tomorrow = now().toLocalDate().plusDays(1).toString();
    round =
        county
            .post(
                "/api/v1/cases",
                Map.of(
                    "process",
                    "yearly-review-round",
                    "region",
                    COUNTY,
                    "data",
                    Map.of("start", tomorrow)))
            .ok()
            .path("id")
            .asString();

    // The application dies in the middle of the transaction, and gets the job again.
    transaction.executeWithoutResult(
        status -> {
          batches.handle(job());
          status.setRollbackOnly();
        });
    assertThat(started()).isZero();
    assertThat(handled()).containsEntry("moreReviews", true);
    assertThat(started()).isEqualTo(20);
    // It dies after the transaction, before the engine has heard of it: the job comes again.
    handled();
    assertThat(started()).isEqualTo(40);
    // The broker has timed the job out while it is still worked on: twice at the same moment.
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      Callable<Map<String, Object>> again = this::handled;
      for (Future<Map<String, Object>> done : both.invokeAll(List.of(again, again))) {
        done.get();
      }
    }
    assertThat(started()).isEqualTo(80);

    // The engine's own timer goes on where all this has left the round.
    county.post("/api/v1/demo/clock", Map.of("advance", "P1D")).ok();
    Eventually.holds("not all are started", () -> roundNow().path("allStarted").asBoolean());

    assertThat(
            jdbc.sql("select household from household_proceeding where round = ?")
                .param(round)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(numbers);
    Eventually.holds("not every review has its task", () -> tasks().size() == HOUSEHOLDS);
    assertThat(tasks()).extracting(task -> task.path("caseId").asString()).doesNotHaveDuplicates();
  }

  private Map<String, Object> handled() {
    return transaction.execute(status -> batches.handle(job()));
  }

  private EngineJob job() {
    return new EngineJob(
        1, round, "yearly-review-round", 1, 1, 1, "start-reviews", Map.of(), Map.of());
  }

  private long started() {
    return jdbc.sql("select count(*) from household_proceeding where round = ?")
        .param(round)
        .query(Long.class)
        .single();
  }

  private List<JsonNode> tasks() {
    return Person.official(port, "village." + VILLAGE)
        .get("/api/v1/tasks?view=group&size=500&process=household-yearly-review")
        .ok()
        .path("items")
        .valueStream()
        .toList();
  }

  private JsonNode roundNow() {
    return county
        .get("/api/v1/review-rounds")
        .ok()
        .path("items")
        .valueStream()
        .filter(one -> one.path("caseId").asString().equals(round))
        .findFirst()
        .orElseThrow();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.parse(
        county.post("/api/v1/demo/clock", Map.of("advance", "PT0S")).ok().path("now").asString());
  }
}
