package cn.sunshine.trialrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.sunshine.Eventually;
import cn.sunshine.WithServices;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditEntry;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.policy.FindingView;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import cn.sunshine.rules.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trial run judges everybody in the register by the old and the new rules and keeps who changes,
 * for those who look after the policy of the place and nobody else.
 */
@WithServices
@SpringBootTest(classes = TrialRunSlice.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TrialRunsTest {

  private static final String ROOT = "3206";
  private static final int HOUSEHOLDS = 240;
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Actor AUTHOR = actor(Role.POLICY, ROOT);

  @Autowired TrialRuns runs;
  @Autowired TrialRunWorker worker;
  @Autowired RegisterReader reader;
  @Autowired RuleEngine engine;
  @Autowired Packs packs;
  @Autowired Regions regions;
  @Autowired JdbcClient jdbc;
  @Autowired AuditTrail audit;

  SmallRegister register;

  @BeforeEach
  void fillRegister() {
    register =
        new SmallRegister(
            jdbc,
            regions.subtree(SmallRegister.TOWNSHIP).stream()
                .filter(region -> region.level() == RegionLevel.VILLAGE)
                .map(Region::code)
                .toList());
    register.clear();
    register.fill(HOUSEHOLDS);
  }

  @AfterEach
  void emptyRegister() {
    register.clear();
  }

  @Test
  void itCountsWhatAPlainCalculationCounts() {
    Map<String, Long> expected = plainCount();

    TrialRun run = done(start(line("7500")));

    Map<String, Long> counted = new HashMap<>();
    runs.flows(run.id(), SmallRegister.TOWNSHIP, AUTHOR)
        .forEach(
            flow -> counted.merge(way(flow.before(), flow.after()), flow.households(), Long::sum));
    assertThat(counted).isEqualTo(expected);
    assertThat(expected.keySet())
        .contains("INELIGIBLE>ELIGIBLE", "INELIGIBLE>DOUBTS", "ELIGIBLE>ELIGIBLE", "DOUBTS>DOUBTS");
    assertThat(run.judged()).isEqualTo(run.total()).isGreaterThanOrEqualTo(HOUSEHOLDS);
    assertThat(run.checked() + run.changed())
        .as("in a small register Drools confirms everybody")
        .isEqualTo(run.judged());
    assertThat(run.notJudged()).isZero();
    assertThat(run.obstacle()).isEmpty();
  }

  @Test
  void whoChangesIsKeptWithBothExplanationsAndMasked() {
    TrialRun run = done(start(line("7500")));
    ChangeFilter here = new ChangeFilter(Optional.of(SmallRegister.TOWNSHIP), Optional.empty());

    List<ChangedHousehold> changed = runs.export(run.id(), here, AUTHOR).toList();

    assertThat(changed).hasSize((int) runs.countChanges(run.id(), here, AUTHOR)).isNotEmpty();
    assertThat(changed)
        .allSatisfy(
            household -> {
              // The demo register has some households in the township, too.
              assertThat(household.name()).matches("\\p{IsHan}\\*+");
              assertThat(household.idNumber()).matches("\\d{6}\\*{8}\\d{3}[\\dX]");
              assertThat(household.place()).contains("雅周镇");
              assertThat(messages(household.before())).anyMatch(m -> m.contains("高于 7,000.00 元"));
              assertThat(messages(household.after())).anyMatch(m -> m.contains("不高于 7,500.00 元"));
            });
    assertThat(runs.changes(run.id(), here, 1, 2, AUTHOR)).isEqualTo(changed.subList(1, 3));
    assertThat(ofKind(run, here, ChangeKind.GAINED) + ofKind(run, here, ChangeKind.OTHER))
        .isEqualTo(changed.size());
    assertThat(ofKind(run, here, ChangeKind.LOST)).isZero();
  }

  private long ofKind(TrialRun run, ChangeFilter here, ChangeKind kind) {
    return runs.countChanges(run.id(), new ChangeFilter(here.region(), Optional.of(kind)), AUTHOR);
  }

  @Test
  void aLowerLineTakesHouseholdsOut() {
    TrialRun run = done(start(line("6900")));

    assertThat(
            ofKind(
                run,
                new ChangeFilter(Optional.of(SmallRegister.TOWNSHIP), Optional.empty()),
                ChangeKind.LOST))
        .isPositive();
  }

  @Test
  void countsCanBeAskedForByCountyAndByTownship() {
    TrialRun run = done(start(line("7500")));

    long inCounty =
        runs.flows(run.id(), ROOT, AUTHOR).stream()
            .filter(flow -> flow.area().equals("320685"))
            .mapToLong(Flow::households)
            .sum();
    long inTownships =
        runs.flows(run.id(), "320685", AUTHOR).stream()
            .filter(flow -> flow.area().length() == 9)
            .mapToLong(Flow::households)
            .sum();
    assertThat(inCounty).isEqualTo(inTownships).isGreaterThanOrEqualTo(HOUSEHOLDS);
  }

  @Test
  void whoWasRefusedIsTriedTooWhenThatIsAsked() {
    register.refused("钱进", "320685R00000000001", 7_200);
    register.refused("钱多", "320685R00000000002", 9_000);
    register.refused("吴桂芳", SmallRegister.head(0), 7_200);

    TrialRun registered = done(start(line("7500")));
    TrialRun all =
        done(
            runs.start(
                order(UUID.randomUUID().toString(), line("7500").books()),
                Scope.WITH_REFUSED,
                AUTHOR));

    assertThat(all.sourceName()).isEqualTo("登记库和未通过的申请");
    assertThat(all.judged()).isGreaterThanOrEqualTo(registered.judged() + 2);
    ChangeFilter here = new ChangeFilter(Optional.of(SmallRegister.TOWNSHIP), Optional.empty());
    assertThat(runs.export(registered.id(), here, AUTHOR))
        .allMatch(one -> one.standing() == ChangedHousehold.Standing.REGISTERED);
    assertThat(runs.export(all.id(), here, AUTHOR))
        .filteredOn(one -> one.standing() == ChangedHousehold.Standing.REFUSED)
        .as("not who is far over the line, nor who is in the register")
        .extracting(ChangedHousehold::name, one -> one.after().outcome())
        .containsExactly(tuple("钱*", "ELIGIBLE"));
  }

  @Test
  void whoLeftIsTriedTooWhenThatIsAsked() {
    register.exited("孙退", "320685L00000000001", 7_200);
    register.exited("孙富", "320685L00000000002", 9_000);
    register.exited("孙回", SmallRegister.head(0), 7_200);
    register.exited("孙申", "320685L00000000003", 7_200);
    register.refused("孙申", "320685L00000000003", 7_300);

    TrialRun run =
        done(
            runs.start(
                order(UUID.randomUUID().toString(), line("7500").books()),
                Scope.WITH_EXITED,
                AUTHOR));

    assertThat(run.sourceName()).isEqualTo("登记库、未通过的申请和已退出的户");
    assertThat(run.judged()).isEqualTo(run.total());
    ChangeFilter here = new ChangeFilter(Optional.of(SmallRegister.TOWNSHIP), Optional.empty());
    assertThat(runs.export(run.id(), here, AUTHOR))
        .filteredOn(one -> one.name().startsWith("孙"))
        .as("by the income at the exit, each person once, nobody who is back in the register")
        .extracting(ChangedHousehold::standing, one -> messages(one.before()).getFirst())
        .satisfiesExactlyInAnyOrder(
            left -> {
              assertThat(left.toList().getFirst()).isEqualTo(ChangedHousehold.Standing.EXITED);
              assertThat(left.toList().getLast().toString()).contains("7,200.00");
            },
            refused -> {
              assertThat(refused.toList().getFirst()).isEqualTo(ChangedHousehold.Standing.REFUSED);
              assertThat(refused.toList().getLast().toString()).contains("7,300.00");
            });
  }

  /** As people read it: places by their names. */
  private List<FindingView> said(Decision decision) {
    return decision.findings().stream()
        .map(FindingView::of)
        .map(finding -> finding.said(regions::inWords))
        .toList();
  }

  @Test
  void theYearlyReviewCanBeTriedToo() {
    ParameterSource pack = packs.find("nantong").orElseThrow();
    RuleVersion rules = engine.shipped("nantong", "household-yearly-review").orElseThrow();
    Books books =
        new Books(
            "household-yearly-review",
            DAY,
            new Book(rules, pack, "现行"),
            new Book(rules, changed("exit.line.per-person", "7400"), "草稿"));

    TrialRun run = done(start(order("review", books)));

    assertThat(
            ofKind(
                run,
                new ChangeFilter(Optional.of(SmallRegister.TOWNSHIP), Optional.empty()),
                ChangeKind.LOST))
        .as("fewer leave by a higher line")
        .isPositive();
  }

  @Test
  void aSheetCanBeTriedInThePlaceOfTheRegister() {
    String sheet =
        """
        编号,地区编码,家庭人口,家庭年收入,车辆
        甲,320685109,2,14600,
        乙,320685109,2,14600,1
        丙,320685109,2,15000.01,
        丁,320685109,2,,
        """;

    TrialRun run =
        done(
            runs.startSheet(
                line("7500"), "甲乙丙丁.csv", sheet.getBytes(StandardCharsets.UTF_8), AUTHOR));

    assertThat(run.source()).isEqualTo(TrialRun.Source.SHEET);
    assertThat(run.judged()).isEqualTo(4);
    assertThat(runs.export(run.id(), ChangeFilter.ALL, AUTHOR))
        .extracting(ChangedHousehold::number, change -> change.after().outcome())
        .containsExactlyInAnyOrder(tuple("第 2 行 甲", "ELIGIBLE"), tuple("第 3 行 乙", "DOUBTS"));
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(
            () ->
                runs.startSheet(
                    line("7500"), "x.csv", new byte[0], actor(Role.COUNTY_OFFICE, ROOT)));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void onlyThePolicyStaffOfThePlaceMay(Role role) {
    String id = done(start(line("7500"))).id();
    boolean policy = role == Role.POLICY || role == Role.POLICY_APPROVER;
    Actor here = actor(role, ROOT);

    if (policy) {
      assertThat(runs.find(id, here).id()).isEqualTo(id);
      assertThat(runs.about("test", here)).isNotEmpty();
    } else {
      assertRefused(id, here);
    }
    for (String elsewhere : List.of("320412", "320685", "32")) {
      assertRefused(id, actor(role, elsewhere));
    }
  }

  private void assertRefused(String id, Actor actor) {
    assertThatExceptionOfType(Refusal.Forbidden.class)
        .isThrownBy(() -> runs.start(line("7500"), actor));
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> runs.find(id, actor));
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> runs.flows(id, ROOT, actor));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> runs.changes(id, ChangeFilter.ALL, 0, 10, actor));
    assertThatExceptionOfType(Refusal.NotFound.class)
        .isThrownBy(() -> runs.export(id, ChangeFilter.ALL, actor));
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> runs.cancel(id, actor));
    assertThat(runs.about("test", actor)).isEmpty();
  }

  @Test
  void aSecondRunWaitsAndBothCanBeCancelled() {
    CountDownLatch released = new CountDownLatch(1);
    String first = start(order(UUID.randomUUID().toString(), books(waiting(released))));
    Eventually.holds("the first runs", () -> state(first) == TrialRun.State.RUNNING);
    String second = start(line("7500"));

    assertThat(state(second)).isEqualTo(TrialRun.State.QUEUED);
    assertThat(runs.ahead(second, AUTHOR)).isEqualTo(1);
    String third = start(line("7400"));
    assertThat(runs.ahead(third, AUTHOR)).isEqualTo(2);
    runs.cancel(second, AUTHOR);
    assertThat(runs.ahead(third, AUTHOR)).as("the one before it has gone").isEqualTo(1);
    runs.cancel(third, AUTHOR);
    runs.cancel(first, AUTHOR);
    released.countDown();

    assertThat(state(second)).isEqualTo(TrialRun.State.CANCELLED);
    done(start(line("7500")));
    assertThat(state(first))
        .as("also after its threads have ended")
        .isEqualTo(TrialRun.State.CANCELLED);
    assertThat(runs.countChanges(first, ChangeFilter.ALL, AUTHOR)).isZero();
    assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> runs.cancel(first, AUTHOR));
  }

  @Test
  void anotherPlaceDoesNotWait() {
    CountDownLatch released = new CountDownLatch(1);
    String nantong = start(order(UUID.randomUUID().toString(), books(waiting(released))));
    Eventually.holds("Nantong's runs", () -> state(nantong) == TrialRun.State.RUNNING);
    Actor elsewhere = actor(Role.POLICY, "320281");
    PolicyPack jiangyin = packs.find("jiangyin").orElseThrow();
    RuleVersion rules = engine.shipped("jiangyin", "household-eligibility").orElseThrow();
    Book book = new Book(rules, jiangyin, "现行");

    String id =
        runs.start(
            new TrialRunOrder(
                UUID.randomUUID().toString(),
                "test",
                "jiangyin",
                new Books("household-eligibility", DAY, book, book)),
            elsewhere);

    Eventually.holds("Jiangyin's ends", () -> runs.find(id, elsewhere).state().isOver());
    assertThat(runs.find(id, elsewhere).state()).isEqualTo(TrialRun.State.DONE);
    assertThat(state(nantong)).isEqualTo(TrialRun.State.RUNNING);
    runs.cancel(nantong, AUTHOR);
    released.countDown();
  }

  @Test
  void whoChangesIsExplainedByTheVersionsOfTheRunWhateverHappensToThemSince() {
    RuleVersion shipped = engine.shipped("nantong", "household-eligibility").orElseThrow();
    ParameterSource pack = packs.find("nantong").orElseThrow();
    RuleVersion draft = withAllowance(shipped, 300);
    Books tried =
        new Books(
            "household-eligibility",
            DAY,
            new Book(shipped, pack, "现行"),
            new Book(draft, changed("income.line.per-person", "7100"), "草稿"));

    TrialRun run = done(start(order(UUID.randomUUID().toString(), tried)));

    // As after a restart: nothing in memory, only what the run keeps.
    Books kept = new KeptBooks(jdbc, new JsonMapper(), engine, packs).of(run);
    assertThat(kept.before().rules().version()).isEqualTo(shipped.version());
    assertThat(kept.after().rules().version()).isEqualTo(draft.version());
    List<RegisterEntry> everybody = new ArrayList<>();
    readRegister(everybody);
    Map<String, ChangedHousehold> changed =
        runs.export(run.id(), ChangeFilter.ALL, AUTHOR)
            .collect(Collectors.toMap(ChangedHousehold::number, Function.identity()));
    long differing = 0;
    for (RegisterEntry entry : everybody) {
      Decision before = decision(tried.before(), entry);
      Decision after = decision(tried.after(), entry);
      assertThat(decision(kept.before(), entry).findings()).isEqualTo(before.findings());
      assertThat(decision(kept.after(), entry).findings()).isEqualTo(after.findings());
      if (!before.outcome().equals(after.outcome())) {
        differing++;
        ChangedHousehold told = changed.get(entry.number());
        assertThat(told.before().findings()).isEqualTo(said(before));
        assertThat(told.after().findings()).isEqualTo(said(after));
      }
    }
    assertThat(changed).hasSize((int) differing).isNotEmpty();
    assertThat(run.changed()).isEqualTo(differing).isEqualTo(run.confirmed());
  }

  private static Decision decision(Book book, RegisterEntry entry) {
    return book.rules().evaluate(DAY, entry.household().facts(), book.parameters());
  }

  private void readRegister(List<RegisterEntry> everybody) {
    try (RegisterReader.Moment moment = reader.open(ROOT)) {
      for (RegisterReader.Part part : moment.parts()) {
        moment.read(part, everybody::add);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same rules, but some yuan over the line for the whole household still qualify. */
  private RuleVersion withAllowance(RuleVersion shipped, int yuan) {
    Map<String, String> models = new LinkedHashMap<>(shipped.models());
    String within = "<inputEntry id=\"income-within-line-excess\"><text>&lt;= 0</text>";
    String over = "<inputEntry id=\"income-over-line-excess\"><text>&gt; 0</text>";
    models.computeIfPresent(
        "household-eligibility.dmn",
        (file, text) -> {
          assertThat(text).contains(within, over);
          return text.replace(within, within.replace("= 0", "= " + yuan))
              .replace(over, over.replace("; 0", "; " + yuan));
        });
    return engine.compile(
        "nantong",
        new RuleSetDefinition("household-eligibility", "", "9", List.copyOf(models.keySet())),
        models);
  }

  @Test
  void theSameKeyStartsOneRun() {
    TrialRunOrder order = line("7500");

    String id = start(order);

    assertThat(start(order)).isEqualTo(id);
    done(id);
    assertThat(start(order)).isEqualTo(id);
  }

  @Test
  void startAndEndAreInTheTrailWithWhatWasCompared() {
    TrialRun run = done(start(line("7500")));

    List<AuditEntry> trail = audit.of("trial-run:" + run.id());

    assertThat(trail)
        .extracting(AuditEntry::action)
        .containsExactly("trial-run-start", "trial-run-done");
    assertThat(trail.getFirst().actor()).isEqualTo(AUTHOR.username());
    assertThat(trail.getFirst().detail().path("hash").asString()).isEqualTo(run.hash());
    assertThat(trail.getLast().detail().path("changed").asLong()).isEqualTo(run.changed());
    assertThat(done(start(line("7500"))).hash())
        .as("the same compared again")
        .isEqualTo(run.hash());
    assertThat(done(start(line("7400"))).hash()).isNotEqualTo(run.hash());
  }

  @Test
  void aRunInWhichDroolsDisagreesWithTheFastWayHasFailed() {
    ParameterSource nantong = packs.find("nantong").orElseThrow();
    // The screening is prepared in one thread, Drools is asked in others.
    ParameterSource changing =
        (name, day) ->
            name.equals("income.line.per-person")
                    && Thread.currentThread().getName().equals("trial-run-judge")
                ? row(name, "1")
                : nantong.valueAt(name, day);

    String id = start(order(UUID.randomUUID().toString(), books(changing)));

    Eventually.holds("it ends", () -> state(id).isOver());
    assertThat(state(id)).isEqualTo(TrialRun.State.FAILED);
    assertThat(runs.find(id, AUTHOR).problem()).contains("不一致", "NT-");
    assertThat(runs.countChanges(id, ChangeFilter.ALL, AUTHOR)).isZero();
  }

  @Test
  void aRunThatARestartInterruptsSaysSo() {
    CountDownLatch never = new CountDownLatch(1);
    String id = start(order(UUID.randomUUID().toString(), books(waiting(never))));
    Eventually.holds("it runs", () -> state(id) == TrialRun.State.RUNNING);

    worker.stop();
    worker.start();

    assertThat(state(id)).isEqualTo(TrialRun.State.FAILED);
    assertThat(runs.find(id, AUTHOR).problem()).contains("重启");
    done(start(line("7500")));
  }

  // ---- the plain calculation

  private Map<String, Long> plainCount() {
    Map<String, Long> ways = new HashMap<>();
    jdbc.sql(
            """
            select h.persons, h.yearly_income,
              array(select distinct r.item || '/' || r.description from asset_record r
                where r.id_number = h.head_id_number or r.id_number in
                  (select m.id_number from household_member m where m.household = h.id)) as found,
              array(select d.item from doubt d where d.case_id = h.case_id) as dismissed
            from household h where h.region like ? and h.status = 'ACTIVE'
            """)
        .param(SmallRegister.TOWNSHIP + "%")
        .query((row, n) -> way(plain(row, 7000), plain(row, 7500)))
        .list()
        .forEach(way -> ways.merge(way, 1L, Long::sum));
    return ways;
  }

  private static String plain(ResultSet row, int line) throws SQLException {
    BigDecimal allowed = BigDecimal.valueOf((long) line * row.getInt("persons"));
    if (row.getBigDecimal("yearly_income").compareTo(allowed) > 0) {
      return "INELIGIBLE";
    }
    List<String> dismissed = List.of((String[]) row.getArray("dismissed").getArray());
    for (String found : (String[]) row.getArray("found").getArray()) {
      String item = found.substring(0, found.indexOf('/'));
      boolean doubtful =
          switch (item) {
            case "vehicle", "provident-fund" -> true;
            case "social-security" -> !found.contains("居民");
            // One home is free, and nobody here has two.
            default -> false;
          };
      if (doubtful && !dismissed.contains(item)) {
        return "DOUBTS";
      }
    }
    return "ELIGIBLE";
  }

  // ---- what is tried

  private TrialRunOrder line(String yuan) {
    return order(UUID.randomUUID().toString(), books(changed("income.line.per-person", yuan)));
  }

  private static TrialRunOrder order(String key, Books books) {
    return new TrialRunOrder(key + UUID.randomUUID(), "test", "nantong", books);
  }

  private Books books(ParameterSource after) {
    RuleVersion rules = engine.shipped("nantong", "household-eligibility").orElseThrow();
    return new Books(
        "household-eligibility",
        DAY,
        new Book(rules, packs.find("nantong").orElseThrow(), "现行"),
        new Book(rules, after, "草稿"));
  }

  private ParameterSource changed(String parameter, String value) {
    ParameterSource nantong = packs.find("nantong").orElseThrow();
    return (name, day) -> name.equals(parameter) ? row(name, value) : nantong.valueAt(name, day);
  }

  /** Parameters that are as usual, but let whoever judges wait. */
  private ParameterSource waiting(CountDownLatch released) {
    ParameterSource nantong = packs.find("nantong").orElseThrow();
    return (name, day) -> {
      if (Thread.currentThread().getName().equals("trial-run-judge")) {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return nantong.valueAt(name, day);
    };
  }

  private static Optional<Parameter> row(String name, String value) {
    return Optional.of(
        new Parameter(
            name, Unit.YUAN_PER_PERSON_YEAR, value, LocalDate.MIN, Optional.empty(), "t", "", 2));
  }

  private String start(TrialRunOrder order) {
    return runs.start(order, AUTHOR);
  }

  private TrialRun done(String id) {
    Eventually.holds("the run ends", () -> state(id).isOver());
    TrialRun run = runs.find(id, AUTHOR);
    assertThat(run.state()).as(run.problem()).isEqualTo(TrialRun.State.DONE);
    return run;
  }

  private TrialRun.State state(String id) {
    return runs.find(id, AUTHOR).state();
  }

  private static String way(String before, String after) {
    return before + ">" + after;
  }

  private static List<String> messages(ChangedHousehold.View view) {
    return view.findings().stream().map(FindingView::message).toList();
  }

  private static Actor actor(Role role, String region) {
    return new Actor(role.code() + "." + region, "", Set.of(new Grant(role, region)));
  }
}
