package cn.sunshine.handover;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.audit.AuditChains;
import cn.sunshine.handover.Ledger.Start;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Settles the accounts in the end: what was promised against what the two systems hold. */
final class Accounts {

  private final Ledger ledger;
  private final JdbcClient database;
  private final EngineReport engine;

  Accounts(Ledger ledger, JdbcClient database, EngineReport engine) {
    this.ledger = ledger;
    this.database = database;
    this.engine = engine;
  }

  void settle() {
    eachStartMadeOneCaseAndOneInstance();
    eachDecisionTookEffectOnce();
    eachCaseTookItsWayStepByStep();
    eachStepOfTheSystemWasTakenOnce();
    nothingIsLeft();
    theHistoryIsWhole();
    theRegisterIsRight();
    assertThat(ledger.surprises()).as("answers that no client should get").isEmpty();
  }

  private void eachStartMadeOneCaseAndOneInstance() {
    Map<String, String> headOfCase =
        database
            .sql("select id, data->'head'->>'idNumber' as head from casefile")
            .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(headOfCase)
        .as("cases in the database")
        .isEqualTo(
            ledger.starts().values().stream()
                .collect(Collectors.toMap(Start::caseId, Start::headIdNumber)));
    assertThat(headOfCase.values()).as("one case for each applicant").doesNotHaveDuplicates();
    assertThat(engine.instancesOfCase().keySet())
        .as("cases that the engine knows")
        .isEqualTo(ledger.starts().keySet());
    assertThat(engine.instancesOfCase().values())
        .as("process instances of each case")
        .allSatisfy(instances -> assertThat(instances).hasSize(1));
    Map<String, Set<Long>> bound =
        database
            .sql("select id, process_instance_key from casefile")
            .query((row, n) -> Map.entry(row.getString(1), Set.of(row.getLong(2))))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(bound).as("the instance each case is bound to").isEqualTo(engine.instancesOfCase());
  }

  private record DecidedTask(
      String id, String caseId, String element, String outcome, String endedBy) {}

  private void eachDecisionTookEffectOnce() {
    List<DecidedTask> tasks =
        database
            .sql("select id, case_id, element, outcome, ended_by from task where state='COMPLETED'")
            .query(DecidedTask.class)
            .list();
    assertThat(timesOfEach(tasks))
        .as("completed tasks")
        .isEqualTo(
            timesOfEach(
                ledger.decisions().values().stream()
                    .map(
                        one ->
                            new DecidedTask(
                                one.task(),
                                one.caseId(),
                                one.taskType(),
                                one.outcome(),
                                one.account()))
                    .toList()));
    assertThat(
            timesOfEach(
                database
                    .sql(
                        """
                        select detail->>'task' || ' ' || action from audit_entry
                        where action in ('approve', 'reject', 'return')
                        """)
                    .query(String.class)
                    .list()))
        .as("entries of decisions in the histories")
        .isEqualTo(
            timesOfEach(
                ledger.decisions().values().stream()
                    .map(one -> one.task() + " " + one.outcome())
                    .toList()));
    assertThat(engine.userTasks())
        .as("user tasks that the engine completed")
        .isEqualTo(
            ledger.decisions().values().stream()
                .collect(
                    Collectors.toMap(
                        one -> Long.valueOf(one.task()),
                        one -> one.taskType() + " " + one.outcome())));
    assertThat(
            counts(
                """
                select outcome as name, count(*) as number from engine_command
                where outcome not in ('SENT', 'DONE_BEFORE') group by outcome
                """))
        .as("commands that came to nothing")
        .isEmpty();
  }

  private void eachCaseTookItsWayStepByStep() {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    database
        .sql("select case_id, element from engine_step order by job_key")
        .query(
            row -> {
              ways.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getString(2));
            });
    assertThat(ways.keySet()).isEqualTo(ledger.starts().keySet());
    assertThat(ledger.starts().values())
        .allSatisfy(
            start ->
                assertThat(ways.get(start.caseId()))
                    .as("steps of %s, %s", start.caseId(), start.course())
                    .isEqualTo(start.course().elements()));
    assertThat(
            database
                .sql(
                    """
                    select one.case_id || ' ' || one.element from task one join task other
                      on one.case_id = other.case_id and one.element = other.element
                        and one.job_key < other.job_key
                    where one.ended_at is null or other.created_at < one.ended_at
                    """)
                .query(String.class)
                .list())
        .as("tasks of one type that were open at the same time in a case")
        .isEmpty();
  }

  private void eachStepOfTheSystemWasTakenOnce() {
    Map<String, Map<String, Integer>> entries = new LinkedHashMap<>();
    ledger.starts().keySet().forEach(id -> entries.put(id, new LinkedHashMap<>()));
    database
        .sql(
            """
            select substr(stream, 6) as case_id, action, count(*) as number from audit_entry
            where stream like 'case:%' and action not in
              ('apply', 'approve', 'reject', 'return', 'task-opened', 'objection')
            group by stream, action
            """)
        .query(
            row -> {
              entries.get(row.getString(1)).put(row.getString(2), row.getInt(3));
            });
    assertThat(ledger.starts().values())
        .allSatisfy(
            start ->
                assertThat(entries.get(start.caseId()))
                    .as("what the system noted about %s, %s", start.caseId(), start.course())
                    .isEqualTo(start.course().ownEntries()));
    long applications =
        ledger.starts().values().stream().mapToLong(start -> start.course().judgements()).sum();
    long compared =
        courses().entrySet().stream()
            .filter(course -> course.getKey() != Course.WITHDRAWN)
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(
            counts("select stage as name, count(*) as number from decision_record group by stage"))
        .as("decisions of the rules")
        .isEqualTo(Map.of("application", applications, "comparison", compared, "final", compared));
    assertThat(number("select count(*) from comparison_query"))
        .as("queries of other departments' records, two for each case")
        .isEqualTo(2 * compared);
  }

  private void nothingIsLeft() {
    assertThat(engine.endOfInstance().values())
        .as("how the process instances ended")
        .allMatch("ELEMENT_COMPLETED"::equals);
    assertThat(number("select count(*) from engine_command where done_at is null"))
        .as("commands that the engine does not have")
        .isZero();
    assertThat(number("select count(*) from task where state = 'OPEN'")).as("open tasks").isZero();
    assertThat(number("select count(*) from notice where state = 'RUNNING'"))
        .as("notices that still hang")
        .isZero();
    assertThat(counts("select status as name, count(*) as number from casefile group by status"))
        .as("how the cases ended")
        .isEqualTo(
            courses().entrySet().stream()
                .collect(
                    Collectors.groupingBy(
                        course -> course.getKey().end(),
                        Collectors.summingLong(Map.Entry::getValue))));
  }

  private void theHistoryIsWhole() {
    assertThat(AuditChains.broken(database)).as("broken histories").isEmpty();
  }

  private void theRegisterIsRight() {
    long admitted =
        courses().entrySet().stream()
            .filter(course -> course.getKey().end().equals("COMPLETED"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(number("select count(*) from household")).as("households").isEqualTo(admitted);
    List<String> numbers =
        database.sql("select number from household order by number").query(String.class).list();
    assertThat(numbers).as("household numbers").doesNotHaveDuplicates();
    numbers.stream()
        .collect(Collectors.groupingBy(number -> number.substring(0, number.length() - 5)))
        .forEach(
            (village, ofVillage) ->
                assertThat(ofVillage.stream().max(Comparator.naturalOrder()).orElseThrow())
                    .as("last number of %s, none left out", village)
                    .isEqualTo("%s-%04d".formatted(village, ofVillage.size())));
    assertThat(
            number(
                """
                select count(*) from casefile c
                where (c.status = 'COMPLETED') <> exists (
                  select 1 from household h where h.case_id = c.id
                    and h.number = c.result->>'householdNumber')
                """))
        .as("cases whose result and the register do not agree")
        .isZero();
    assertThat(
            number(
                """
                select count(*) from taken_identity where household_number is null
                """))
        .as("people who are held by a case that has ended")
        .isZero();
  }

  /**
   * Thousands are compared by how often each is there: each with each takes a quarter of a minute.
   */
  private static <T> Map<T, Long> timesOfEach(List<T> all) {
    return all.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }

  private Map<Course, Long> courses() {
    return ledger.starts().values().stream()
        .collect(Collectors.groupingBy(Start::course, Collectors.counting()));
  }

  private Map<String, Long> counts(String sql) {
    return database
        .sql(sql)
        .query((row, n) -> Map.entry(row.getString("name"), row.getLong("number")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private long number(String sql) {
    return database.sql(sql).query(Long.class).single();
  }
}
