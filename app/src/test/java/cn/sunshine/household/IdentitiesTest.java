package cn.sunshine.household;

import static cn.sunshine.household.HouseholdSlice.household;
import static cn.sunshine.household.HouseholdSlice.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sunshine.WithServices;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServices
@SpringBootTest(classes = HouseholdSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class IdentitiesTest {

  private static final String VILLAGE = "320612101200";
  private static final String OTHER_VILLAGE = "320612101201";

  @Autowired Identities identities;
  @Autowired Households households;

  private final String first = "case-" + UUID.randomUUID();
  private final String second = "case-" + UUID.randomUUID();
  private final IdNumber head = somebody();
  private final IdNumber wife = somebody();

  @Test
  void aPersonIsInOneRunningCaseOnly() {
    identities.claim(first, VILLAGE, List.of(head, wife));

    assertRefused(second, VILLAGE, List.of(somebody(), wife), "members[0].idNumber", first);
    assertRefused(second, VILLAGE, List.of(head), "head.idNumber", head.masked());
  }

  @Test
  void theRefusalNeverRepeatsTheNumber() {
    identities.claim(first, VILLAGE, List.of(head));

    assertThatThrownBy(() -> identities.claim(second, VILLAGE, List.of(head)))
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(head.value()));
  }

  @Test
  void aCaseOfAnotherVillageIsNotNamed() {
    identities.claim(first, OTHER_VILLAGE, List.of(head));

    assertThatThrownBy(() -> identities.claim(second, VILLAGE, List.of(head)))
        .isInstanceOf(Refusal.Invalid.class)
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(first))
        .hasMessageContaining("其他地区的在办申请");
  }

  @Test
  void aNumberTwiceInOneApplicationIsRefused() {
    assertRefused(first, VILLAGE, List.of(head, wife, head), "members[1].idNumber", "两次");
  }

  @Test
  void aCorrectionFreesWhomItNoLongerNames() {
    identities.claim(first, VILLAGE, List.of(head, wife));
    identities.claim(first, VILLAGE, List.of(head));

    assertThatCode(() -> identities.claim(second, VILLAGE, List.of(wife)))
        .doesNotThrowAnyException();
  }

  @Test
  void aRefusedCorrectionChangesNothing() {
    IdNumber taken = somebody();
    identities.claim(second, VILLAGE, List.of(taken));
    identities.claim(first, VILLAGE, List.of(head, wife));

    assertRefused(first, VILLAGE, List.of(head, taken), "members[0].idNumber", second);
    assertRefused(second, VILLAGE, List.of(taken, wife), "members[0].idNumber", first);
  }

  @Test
  void aReleasedCaseFreesItsNumbers() {
    identities.claim(first, VILLAGE, List.of(head));
    identities.release(first);

    assertThatCode(() -> identities.claim(second, VILLAGE, List.of(head)))
        .doesNotThrowAnyException();
  }

  @Test
  void aRegisteredHouseholdKeepsItsNumbers() {
    identities.claim(first, VILLAGE, List.of(head, wife));
    String number = households.register(household(first, VILLAGE, "李大山", head, wife));
    identities.release(first);

    assertRefused(second, VILLAGE, List.of(wife), "head.idNumber", number);
    assertThatThrownBy(() -> identities.claim(second, OTHER_VILLAGE, List.of(wife)))
        .hasMessageContaining("低收入户名册")
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain(number));
  }

  @Test
  void ofManyApplicationsAtTheSameMomentOneIsAccepted() throws Exception {
    List<Future<?>> attempts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        String caseId = "case-" + UUID.randomUUID();
        List<IdNumber> persons = i % 2 == 0 ? List.of(head, wife) : List.of(wife, head);
        attempts.add(threads.submit(() -> identities.claim(caseId, VILLAGE, persons)));
      }
    }

    assertThat(attempts).filteredOn(attempt -> attempt.state() == Future.State.SUCCESS).hasSize(1);
    assertThat(attempts)
        .filteredOn(attempt -> attempt.state() == Future.State.FAILED)
        .allSatisfy(
            attempt -> assertThat(attempt.exceptionNow()).isInstanceOf(Refusal.Invalid.class));
  }

  private void assertRefused(
      String caseId, String region, List<IdNumber> persons, String field, String named) {
    assertThatThrownBy(() -> identities.claim(caseId, region, persons))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.faults())
                    .anySatisfy(
                        fault -> {
                          assertThat(fault.field()).isEqualTo(field);
                          assertThat(fault.message()).contains(named);
                        }));
  }
}
