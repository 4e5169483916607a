package cn.sunshine.handover;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Applications;
import cn.sunshine.Person;
import cn.sunshine.SunshineServices;
import cn.sunshine.embedded.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@Tag("own-jvm")
@DisplayName("The hand-over between PostgreSQL and Zeebe")
class CrashTest {

  private static final Logger log = LoggerFactory.getLogger(CrashTest.class);

  private static final List<String> VILLAGES =
      List.of("320612101001", "320612101002", "320612101200", "320612101203");
  private static final int CASES_OF_A_VILLAGE = 130;
  private static final int CASES = VILLAGES.size() * CASES_OF_A_VILLAGE;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path data;

  private final Ledger ledger = new Ledger();
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final List<Future<?>> working = new ArrayList<>();
  private final List<Office> offices = new ArrayList<>();
  private Installation sunshine;
  private JdbcClient database;
  private Path report;
  private long began;

  @BeforeEach
  void start() throws Exception {
    report = data.resolve("witness.tsv");
    EngineReport.appointWitness(data.resolve("zeebe"), report);
    sunshine = new Installation(data, SunshineServices.options(data).ports());
    sunshine.run();
    database = sunshine.database();
    began = System.nanoTime();
  }

  @AfterEach
  void stop() throws Exception {
    clients.shutdownNow();
    sunshine.close();
  }

  @Test
  @DisplayName(
      "loses nothing and does nothing twice, whatever is killed in the middle of 500 running cases")
  void everyStartAndDecisionTakesEffectExactlyOnce() throws Exception {
    VILLAGES.forEach(this::applicationsOf);
    VILLAGES.forEach(village -> opens("group." + village));
    VILLAGES.forEach(village -> opens("village." + village));
    after(() -> ledger.starts().size() >= CASES / 4, Part.APP);
    after(() -> ledger.starts().size() >= CASES / 2, Part.BROKER);
    after(() -> ledger.starts().size() >= 3 * CASES / 4, Part.DATABASE);
    until("every village notice hangs", () -> notices("VILLAGE") == CASES);
    assertThat(running()).isGreaterThanOrEqualTo(500);
    told("all village notices hang");

    objections();
    until(
        "every objection has been reviewed",
        () -> ledger.decided("objection-review") == startsOf(Course.OBJECTED).size());
    opens("township.320612101");
    afterTheNotices();
    after(() -> ledger.decided("township-check") >= CASES / 4, Part.BROKER, Part.DATABASE);
    until("every township notice hangs", () -> notices("TOWNSHIP") == CASES);
    assertThat(running()).isGreaterThanOrEqualTo(500);
    told("all township notices hang");

    withdrawals();
    opens("county.320612");
    afterTheNotices();
    after(
        () -> ledger.decided("county-sign-off") >= CASES / 4, Part.DATABASE, Part.BROKER, Part.APP);
    until("every case has ended", () -> running() == 0);
    until("the engine has ended every case", this::theEngineHasEndedEveryCase);
    told("every case has ended; requests sent again: " + ledger.repetitions());

    offices.forEach(Office::close);
    for (Future<?> client : working) {
      client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    new Accounts(ledger, database, EngineReport.read(report)).settle();
    assertThat(sunshine.log()).as("no case was ever in two instances").doesNotContain("Cancelling");
    told("settled");
  }

  private void applicationsOf(String village) {
    Client client = client("village." + village);
    works(
        () -> {
          for (int number = 0; number < CASES_OF_A_VILLAGE; number++) {
            Map<String, Object> application = Applications.withinTheLine();
            Map<String, Object> start =
                Map.of("process", "household-admission", "region", village, "data", application);
            JsonNode started = client.posts("/api/v1/cases", start, "apply-" + number);
            ledger.promised(
                new Ledger.Start(
                    started.path("id").asString(),
                    village,
                    Course.ofCase(number),
                    Applications.headOf(application)));
          }
        });
  }

  private void objections() {
    Client anyone = new Client(Person.anyone(sunshine.port()), ledger);
    Map<String, String> noticeOfCase =
        database
            .sql("select case_id, id from notice where state = 'RUNNING'")
            .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    works(
        () ->
            startsOf(Course.OBJECTED)
                .forEach(
                    start ->
                        anyone.posts(
                            "/api/v1/notices/%s/objections"
                                .formatted(noticeOfCase.get(start.caseId())),
                            Map.of("text", "他家有一辆货车"),
                            "object-" + start.caseId())));
  }

  private void withdrawals() {
    for (Ledger.Start start : startsOf(Course.WITHDRAWN)) {
      client("village." + start.village())
          .posts(
              "/api/v1/cases/" + start.caseId() + "/withdraw",
              Map.of("reason", "已外出务工"),
              "withdraw-" + start.caseId());
    }
  }

  private void opens(String account) {
    Office office = new Office(sunshine.port(), account, ledger);
    offices.add(office);
    working.add(clients.submit(office));
  }

  private void works(Runnable work) {
    working.add(clients.submit(work, null));
  }

  private Client client(String account) {
    return new Client(Person.official(sunshine.port(), account), ledger);
  }

  /** Moves the clock to just after the end of the notices that hang. */
  private void afterTheNotices() {
    String end =
        database
            .sql(
                """
                select to_char((max(until) + interval '1 minute') at time zone 'Asia/Shanghai',
                  'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') from notice where state = 'RUNNING'
                """)
            .query(String.class)
            .single();
    client("county.320612").posts("/api/v1/demo/clock", Map.of("set", end), "clock-" + end);
  }

  /** Kills the parts once something has been reached; the application is started again. */
  private void after(BooleanSupplier reached, Part... parts) throws Exception {
    until("it is time to kill " + List.of(parts), reached);
    long killed = System.nanoTime();
    sunshine.kill(parts);
    long dead = System.nanoTime();
    if (List.of(parts).contains(Part.APP)) {
      sunshine.run();
    }
    until("somebody is answered again", () -> ledger.lastPromise() > dead);
    told(
        "killed %s, the next promise came after %d ms"
            .formatted(
                List.of(parts), TimeUnit.NANOSECONDS.toMillis(ledger.lastPromise() - killed)));
  }

  private void until(String what, BooleanSupplier reached) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrue(reached)) {
      for (Future<?> client : working) {
        if (client.isDone()) {
          client.get();
        }
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("in vain: " + what + "\n" + state());
      }
      Client.pause(50);
    }
  }

  /** The database may be away while somebody asks. */
  private static boolean isTrue(BooleanSupplier reached) {
    try {
      return reached.getAsBoolean();
    } catch (DataAccessException away) {
      return false;
    }
  }

  private List<Ledger.Start> startsOf(Course course) {
    return ledger.starts().values().stream().filter(start -> start.course() == course).toList();
  }

  private long running() {
    return number("select count(*) from casefile where status = 'RUNNING'");
  }

  private long notices(String kind) {
    return number("select count(*) from notice where state = 'RUNNING' and kind = '" + kind + "'");
  }

  private long number(String sql) {
    return database.sql(sql).query(Long.class).single();
  }

  private boolean theEngineHasEndedEveryCase() {
    try {
      return EngineReport.read(report).endOfInstance().values().stream()
          .noneMatch("ELEMENT_ACTIVATED"::equals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is stuck where, for who has to find out why. */
  private String state() throws IOException {
    List<String> totals =
        database
            .sql(
                """
                select 'case ' || status || ' ' || count(*) from casefile group by status
                union all
                select 'task ' || state || ' ' || element || ' ' || count(*) from task
                  group by state, element
                union all
                select 'command ' || kind || ' attempts ' || attempts || ' '
                  || coalesce(last_error, '') || ' ' || count(*)
                  from engine_command where done_at is null group by kind, attempts, last_error
                """)
            .query(String.class)
            .list();
    return String.join("\n", totals) + "\n" + stuck();
  }

  /** Some cases that nobody has a task of: what the engine and the application say about them. */
  private String stuck() throws IOException {
    EngineReport engine = EngineReport.read(report);
    List<String> log = sunshine.log().lines().toList();
    return database
        .sql(
            """
            select id from casefile where status = 'RUNNING' and not exists (
              select 1 from task where case_id = casefile.id and state = 'OPEN')
            order by id limit 5
            """)
        .query(String.class)
        .list()
        .stream()
        .map(
            caseId ->
                "%s: engine %s, log %s"
                    .formatted(
                        caseId,
                        engine.jobsOf(caseId),
                        log.stream().filter(line -> line.contains(caseId)).limit(20).toList()))
        .collect(Collectors.joining("\n"));
  }

  private void told(String what) {
    log.info(
        "{} s: {}",
        String.format("%.1f", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0),
        what);
  }
}
