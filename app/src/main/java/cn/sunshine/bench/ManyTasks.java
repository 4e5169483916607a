package cn.sunshine.bench;

import static cn.sunshine.processes.HouseholdAdmission.GROUP_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.PROCESS_ID;

import cn.sunshine.processes.Variables;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many open tasks of running cases in the villages of a county. To apply for each would take far
 * longer than what is measured, so one household applies, its file is copied, and the instances of
 * the copies begin at the first step of a person. From there on everything is as always: the model
 * counts the term, the engine sets both timers, and the application lays the task into the inbox.
 */
final class ManyTasks {

  static final Duration LONGER_THAN_ANY_TERM = Duration.ofDays(60);

  private static final String COUNTY = "320612";

  private final Sunshine sunshine;
  private final JdbcClient jdbc;
  private final int count;
  private final List<String> villages;
  private Map<String, Object> variables = Map.of();

  ManyTasks(Sunshine sunshine, int count) {
    this.sunshine = sunshine;
    this.count = count;
    this.jdbc = sunshine.get(JdbcClient.class);
    this.villages =
        sunshine.get(Regions.class).subtree(COUNTY).stream()
            .filter(region -> region.level() == RegionLevel.VILLAGE)
            .map(Region::code)
            .toList();
  }

  /** Where they are, evenly. */
  List<String> villages() {
    return villages;
  }

  int count() {
    return count;
  }

  /** The id of a copy; those of cases that somebody applied for look different. */
  static String caseId(int number) {
    return "BENCH-%06d".formatted(number);
  }

  /** What the broker gets with each, but for the case and its village. */
  Map<String, Object> variables() {
    return variables;
  }

  /**
   * Lays all of them into the inboxes.
   *
   * @param applicants one more of them applies
   */
  void lay(Applicants applicants) throws InterruptedException {
    Arrivals arrivals = sunshine.get(Arrivals.class);
    String original = applicants.apply(villages.getFirst());
    arrivals.next(original);
    variables = HandOver.variables(sunshine, original);
    copy(original);
    long before = arrivals.count();
    new Instances(sunshine.get(ZeebeClient.class), PROCESS_ID, GROUP_REVIEW)
        .begin(
            count,
            number -> {
              Map<String, Object> own = new HashMap<>(variables);
              own.put(Variables.CASE_ID, caseId(number));
              own.put(Variables.REGION, village(number));
              return own;
            });
    if (!Patience.until(() -> arrivals.count() - before >= count && commandsPending() == 0)) {
      throw new IllegalStateException(
          "只有 %d 项任务到达待办 / tasks are missing in the inboxes".formatted(arrivals.count() - before));
    }
  }

  private String village(int number) {
    return villages.get(number % villages.size());
  }

  private void copy(String original) {
    jdbc.sql(
            """
            insert into casefile (id, process, model, model_version, pack, region, applicant,
              subject, search_text, status, data, started_at, version)
            select 'BENCH-' || lpad(n::text, 6, '0'), process, model, model_version, pack,
              (string_to_array(:villages, ','))[1 + n % :villageCount], applicant, subject, search_text, status,
              data, started_at, version
            from casefile, generate_series(0, :last) n where id = :original
            """)
        .param("villages", String.join(",", villages))
        .param("villageCount", villages.size())
        .param("last", count - 1)
        .param("original", original)
        .update();
  }

  /** When the last of their terms ends. */
  Instant latestDue() {
    return jdbc.sql("select max(due) from task where case_id like 'BENCH-%'")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** How many commands the engine does not have yet. */
  long commandsPending() {
    return jdbc.sql("select count(*) from engine_command where done_at is null")
        .query(Long.class)
        .single();
  }
}
