package cn.sunshine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import cn.sunshine.account.Role;
import cn.sunshine.inbox.WorkloadQuery.Show;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counting among a hundred thousand tasks, in an invented province (99) of twenty counties, where
 * nobody else has tasks: the numbers are right, and an index finds them although row-level security
 * looks at every row.
 */
@RunningSystem
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkloadTest {

  private static final int OPEN = 60_000;
  private static final int DECIDED = 40_000;
  private static final String COUNTY = "990107";

  @Autowired Workload workload;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  private Instant now;

  /** Of each ten open tasks one is overdue, two are due soon; of each four decided one was late. */
  @BeforeAll
  void aHundredThousandTasks() {
    now = clock.instant();
    insert("OPEN", OPEN, 0);
    insert("COMPLETED", DECIDED, OPEN);
    jdbc.sql("analyze task").update();
  }

  private void insert(String state, int count, int from) {
    jdbc.sql(
            """
            insert into task (id, job_key, case_id, process, pack, element, name, form, region,
              subject, search_text, candidate_role, candidate_region, created_at, due, due_soon,
              return_targets, context, state, outcome, ended_at, ended_by, version)
            select 'load-' || n, -1 - n, 'load-' || n, 'household-admission', 'none',
              case when n % 2 = 0 then 'group-review' else 'township-check' end,
              case when n % 2 = 0 then '小组评议' else '镇（街道）审核' end, 'none',
              '99' || lpad((n % 20 + 100)::text, 4, '0') || lpad((n % 977)::text, 6, '0'),
              '某户 申请纳入', '', case when n % 2 = 0 then 'group' else 'township' end, '99',
              :now::timestamptz - interval '10 days',
              case when n % 10 = 0 then :now::timestamptz - interval '1 hour'
                else :now::timestamptz + interval '5 days' end,
              case when n % 10 < 3 then :now::timestamptz - interval '2 hours'
                else :now::timestamptz + interval '4 days' end,
              '', '{}', :state,
              case when :state = 'OPEN' then null else 'approve' end,
              case when :state = 'OPEN' then null
                when n % 4 = 0 then :now::timestamptz + interval '6 days'
                else :now::timestamptz - interval '8 days' end,
              'nobody', 0
            from generate_series(:from, :to) n
            """)
        .param("now", at(now))
        .param("state", state)
        .param("from", from)
        .param("to", from + count - 1)
        .update();
  }

  @AfterAll
  void takeThemAway() {
    jdbc.sql("delete from task where pack = 'none'").update();
  }

  @Test
  void openTasksAreCountedByAreaStepAndOffice() {
    List<Standing> standings =
        workload.standing("99", RegionLevel.COUNTY, Optional.empty(), now.plus(Duration.ofDays(1)));

    assertThat(standings).extracting(Standing::area).doesNotHaveDuplicates().hasSize(20);
    assertThat(standings.stream().mapToLong(Standing::open).sum()).isEqualTo(OPEN);
    assertThat(standings.stream().mapToLong(Standing::overdue).sum()).isEqualTo(OPEN / 10);
    assertThat(standings.stream().mapToLong(Standing::dueSoon).sum()).isEqualTo(OPEN / 5);
    assertThat(standings)
        .filteredOn(one -> one.area().equals(COUNTY))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.step()).isEqualTo("township-check");
              assertThat(one.office()).contains(Role.TOWNSHIP_OFFICE);
              assertThat(one.open()).isEqualTo(OPEN / 20);
            });
  }

  @Test
  void decidedTasksAreCountedByAreaWithTheirMedian() {
    Punctuality past =
        workload.punctuality(
            "99", RegionLevel.COUNTY, Optional.empty(), now.minus(Duration.ofDays(30)));

    assertThat(past.total().all()).isEqualTo(DECIDED);
    assertThat(past.weeks().stream().mapToLong(week -> week.decided().all()).sum())
        .isEqualTo(DECIDED);
    assertThat(past.areas()).hasSize(20);
    Map<String, Duration> medians =
        past.steps().stream()
            .collect(Collectors.toMap(Punctuality.Step::step, Punctuality.Step::median));
    assertThat(medians.get("township-check")).isEqualTo(Duration.ofDays(2));
    assertThat(medians.get("group-review")).isBetween(Duration.ofDays(2), Duration.ofDays(16));
  }

  @Test
  void theListBehindANumberHasAsManyLinesAsTheNumberSays() {
    WorkloadQuery overdue = query(COUNTY.substring(0, 5) + "0", Show.OVERDUE);

    assertThat(workload.count(overdue)).isEqualTo(OPEN / 20);
    assertThat(workload.find(overdue, 0, 50))
        .hasSize(50)
        .allSatisfy(task -> assertThat(task.due()).isBefore(now));
    assertThat(workload.count(query(COUNTY, Show.OVERDUE))).isZero();
    assertThat(workload.count(query(COUNTY, Show.OPEN))).isEqualTo(OPEN / 20);
  }

  @Test
  void anIndexFindsTheTasksOfACountyBehindRowLevelSecurity() {
    assertThat(plan(Workload.standing(Optional.empty()))).contains("task_open_standing");
    assertThat(plan("select count(*)" + Workload.decided(Optional.empty())))
        .contains("task_decided_standing");
    assertThat(plan("select count(*) from task where " + Workload.where(query(COUNTY, Show.OPEN))))
        .contains("task_open_standing");
  }

  /** The plan for somebody of the county, for whom the database checks the region of each row. */
  private String plan(String sql) {
    return transaction.execute(
        status -> {
          jdbc.sql("select set_config('sunshine.scope', ?, true)")
              .param(COUNTY + "%")
              .query(String.class)
              .single();
          return String.join(
              "\n",
              jdbc.sql("explain " + sql)
                  .param("from", COUNTY)
                  .param("to", COUNTY + ":")
                  .param("length", 9)
                  .param("now", at(now))
                  .param("next", at(now))
                  .param("since", at(now.minus(Duration.ofDays(30))))
                  .query(String.class)
                  .list());
        });
  }

  private WorkloadQuery query(String region, Show show) {
    return new WorkloadQuery(
        region,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        show,
        now.plus(Duration.ofDays(1)),
        now.minus(Duration.ofDays(30)));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
