package cn.sunshine.admission;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Eventually;
import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.SunshineServices;
import cn.sunshine.embedded.EmbeddedServices;
import cn.sunshine.embedded.Part;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** NT-9: a notice hangs its full time, also when the broker forgets its moved clock by dying. */
@RunningSystem
class NoticeAcrossRestartTest {

  private static final String VILLAGE = "320612101200";

  @LocalServerPort int port;

  private Person village;
  private Person group;
  private Person township;

  @BeforeEach
  void officials() {
    village = Person.official(port, "village." + VILLAGE);
    group = Person.official(port, "group." + VILLAGE);
    township = Person.official(port, "township.320612101");
  }

  @Test
  @DisplayName("A notice ends at its moment although the broker was killed while it hung")
  void theNoticeEndsAtItsMomentAlthoughTheBrokerWasKilled() throws Exception {
    String caseId = village.applies(VILLAGE, Applications.withinTheLine());
    group.approves(caseId, "group-review");
    village.approves(caseId, "committee-review");
    OffsetDateTime until = OffsetDateTime.parse(notice(caseId).path("until").asString());
    moveTheClockTo(until.minusDays(3));

    killTheBroker();

    moveTheClockTo(until.minusSeconds(20));
    staysWithoutTownshipCheck(caseId);
    moveTheClockTo(until.plusSeconds(1));
    assertThat(township.task(caseId, "township-check").path("name").asString()).isNotEmpty();
  }

  private JsonNode notice(String caseId) {
    return Eventually.present(
        () -> "no notice of " + caseId,
        () ->
            Person.anyone(port)
                .get("/api/v1/notices?size=200&region=" + VILLAGE)
                .ok()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("caseId").asString().equals(caseId))
                .findFirst());
  }

  private void moveTheClockTo(OffsetDateTime moment) {
    township.post("/api/v1/demo/clock", Map.of("set", moment.toString())).ok();
  }

  private static void killTheBroker() {
    EmbeddedServices services = SunshineServices.shared();
    long restarts = services.restarts(Part.BROKER);
    ProcessHandle.of(services.pid(Part.BROKER).orElseThrow()).orElseThrow().destroyForcibly();
    Eventually.holds(
        "the broker did not come back",
        () -> services.restarts(Part.BROKER) > restarts && services.isReady(Part.BROKER));
  }

  /** Long enough for a timer that is due to be noticed: the broker looks every second. */
  private void staysWithoutTownshipCheck(String caseId) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
    while (System.nanoTime() < end) {
      assertThat(township.tasksOf(caseId)).isEmpty();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
