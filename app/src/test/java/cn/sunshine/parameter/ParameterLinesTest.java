package cn.sunshine.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of parameters tells what holds, what is to come, and what is on its way. */
@RunningSystem
class ParameterLinesTest {

  private static final Artefact NOTICE = ParameterLines.artefact("jiangyin", "notice.days.village");

  @LocalServerPort int port;
  @Autowired ParameterLines parameters;
  @Autowired Changes changes;
  @Autowired Clock clock;

  PolicyStaff staff;

  @BeforeEach
  void staffOfJiangyin() {
    staff = new PolicyStaff("jiangyin", "320281", changes, port);
  }

  /** All tests share one application. */
  @AfterEach
  void backToTheShippedDays() {
    staff.takesBack(RunningCases.MOVE, List.of(NOTICE));
  }

  @Test
  void aChangeThatWasHandedInIsSeenUntilItTakesEffect() {
    LocalDate from = LocalDate.now(clock).plusDays(40);
    ParameterTimeline longer =
        line().timeline().with(new Row("12", from, Optional.empty(), "澄扶〔2026〕1号", ""));
    staff.writes(NOTICE, longer.json());
    assertThat(line().proposed()).contains(longer);
    assertThat(line().handedIn()).isEmpty();

    String file = staff.handsIn(RunningCases.KEEP);

    assertThat(line().handedIn())
        .hasValueSatisfying(
            coming -> {
              assertThat(coming.state()).isEqualTo("待审批");
              assertThat(coming.timeline()).isEqualTo(longer);
            });
    assertThat(line().next()).isEmpty();

    Person approving = Person.official(port, staff.approver().username());
    approving.approves(file, "policy-approval");
    approving.seesEnd(file, "COMPLETED");

    assertThat(line().handedIn()).isEmpty();
    assertThat(line().next()).map(Row::value).contains("12");
  }

  private ParameterLines.Line line() {
    return parameters.of("jiangyin", staff.author()).stream()
        .filter(one -> one.timeline().name().equals(NOTICE.name()))
        .findFirst()
        .orElseThrow();
  }
}
