package cn.sunshine.bench;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.policy.Packs;
import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.Screening;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.rules.TableSheets;
import cn.sunshine.rules.Unit;
import cn.sunshine.trialrun.Book;
import cn.sunshine.trialrun.Books;
import cn.sunshine.trialrun.Flow;
import cn.sunshine.trialrun.RegisterEntry;
import cn.sunshine.trialrun.RegisterReader;
import cn.sunshine.trialrun.RegisterReader.Moment;
import cn.sunshine.trialrun.RegisterReader.Part;
import cn.sunshine.trialrun.TrialRun;
import cn.sunshine.trialrun.TrialRunOrder;
import cn.sunshine.trialrun.TrialRuns;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A trial run over a whole register: a higher income line and one more kind of asset, for everybody
 * in a city, through the service that the screen uses. Beside it the same tables written by hand in
 * Java, over the same rows read in the same way by as many threads, without explanations.
 */
final class TrialRunOfRegister implements Benchmark {

  private static final int USUAL = 1_000_000;
  private static final int LEAST = 1_000;
  private static final double LIMIT_SECONDS = 60;
  private static final int THREADS = 2;
  private static final int IN_MEMORY = 100_000;
  private static final int ROUNDS_IN_MEMORY = 7;
  private static final int IN_FULL = 3_000;
  private static final double NANOS_IN_A_SECOND = 1e9;
  private static final String RULE_SET = "household-eligibility";
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Actor POLICY =
      new Actor("policy.3206", "政策起草", Set.of(new Grant(Role.POLICY, InventedRegister.CITY)));
  private static final long OLD_LINE_FEN = 7_000_00;
  private static final long NEW_LINE_FEN = 7_500_00;
  private static final Map<AssetItem, Integer> OLD_FREE =
      Map.of(
          AssetItem.VEHICLE, 0,
          AssetItem.HOUSING, 1,
          AssetItem.PROVIDENT_FUND, 0,
          AssetItem.SOCIAL_SECURITY, 0);

  /** How many households went from which outcome to which: {@code ELIGIBLE>DOUBTS}. */
  private record Counted(double seconds, Map<String, Long> ways) {}

  @Override
  public String name() {
    return "trial-run";
  }

  @Override
  public int usualSize() {
    return USUAL;
  }

  @Override
  public int leastSize() {
    return LEAST;
  }

  @Override
  public Report run(Ground ground, int size) throws InterruptedException {
    Sunshine sunshine = ground.sunshine();
    ground.tell("写入 " + size + " 户虚构数据 / writing invented households");
    long began = System.nanoTime();
    new InventedRegister(sunshine).fill(size);
    ground.tell("用了 %.0f 秒 / took so many seconds".formatted(seconds(began)));
    Books books = books(sunshine);

    ground.tell("试算，第一次 / trial run, the first");
    List<TrialRun> runs = new ArrayList<>();
    Counted first = trialRun(sunshine, books, runs);
    ground.tell("手写的 Java / Java written by hand");
    byHand(sunshine);
    ground.tell("试算，第二次 / trial run, the second");
    Counted second = trialRun(sunshine, books, runs);
    ground.tell("手写的 Java / Java written by hand");
    Counted hand = byHand(sunshine);
    ground.tell("只在内存中判断 / judging in memory only");
    List<ScreenedHousehold> some = some(sunshine);
    Screening before = screening(books.before());
    Screening after = screening(books.after());
    double screenings = perSecond(some, before::outcome, after::outcome);
    double handWritten = perSecond(some, oldTable()::outcome, newTable()::outcome);
    double inFull = inFullPerSecond(some, books);
    ground.clear();

    TrialRun run = runs.getLast();
    Report report =
        new Report("trial-run", "by hand / limit")
            .row("户数 / households", "households", size)
            .row("变化的户，由 Drools 复算 / changed, confirmed", "changedHouseholds", run.changed())
            .row("未变化、由 Drools 复核 / unchanged, checked", "checkedHouseholds", run.checked())
            .row(
                "第一次，秒，限 60 / the first, s, limit 60",
                new Report.Figure("firstRunSeconds", first.seconds()),
                new Report.Figure("limitSeconds", LIMIT_SECONDS))
            .row(
                "第二次，秒 / the second, s",
                new Report.Figure("secondRunSeconds", second.seconds()),
                new Report.Figure("handWrittenSeconds", hand.seconds()))
            .row(
                "每秒户数 / households per second",
                new Report.Figure("householdsPerSecond", size / second.seconds()),
                new Report.Figure("handWrittenHouseholdsPerSecond", size / hand.seconds()))
            .row(
                "只判断，一个线程，每秒 / judging alone, one thread, per second",
                new Report.Figure("judgedInMemoryPerSecond", screenings),
                new Report.Figure("handWrittenInMemoryPerSecond", handWritten))
            .row(
                "全由 Drools，一个线程，每秒 / all by Drools, one thread, per second",
                "judgedInFullPerSecond",
                inFull)
            .row(
                "用时在限内 / within the limit",
                "withinLimit",
                first.seconds() <= LIMIT_SECONDS ? 1 : 0);
    faults(size, runs, List.of(first, second), hand).forEach(report::fault);
    return report;
  }

  private static List<String> faults(
      int size, List<TrialRun> runs, List<Counted> trials, Counted hand) {
    List<String> faults = new ArrayList<>();
    for (TrialRun run : runs) {
      if (run.state() != TrialRun.State.DONE) {
        faults.add("试算没有完成：" + run.problem() + " / the trial run failed");
      } else if (run.judged() != size || run.notJudged() > 0) {
        faults.add(
            "只判断了 %d 户 / only so many were judged".formatted(run.judged() - run.notJudged()));
      } else if (run.confirmed() != run.changed() && run.changed() <= IN_MEMORY) {
        faults.add("变化的户没有都由 Drools 复算 / not every change was confirmed");
      }
    }
    for (Counted trial : trials) {
      if (!trial.ways().equals(hand.ways())) {
        faults.add("数量不一致：%s，手写 %s / the counts differ".formatted(trial.ways(), hand.ways()));
      }
    }
    return faults;
  }

  private static Counted trialRun(Sunshine sunshine, Books books, List<TrialRun> runs)
      throws InterruptedException {
    TrialRuns service = sunshine.get(TrialRuns.class);
    long began = System.nanoTime();
    String id =
        service.start(new TrialRunOrder("bench-" + runs.size(), "bench", "nantong", books), POLICY);
    while (!service.find(id, POLICY).state().isOver()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    double seconds = seconds(began);
    runs.add(service.find(id, POLICY));
    Map<String, Long> ways = new HashMap<>();
    for (Flow flow : service.flows(id, InventedRegister.CITY, POLICY)) {
      ways.merge(flow.before() + ">" + flow.after(), flow.households(), Long::sum);
    }
    return new Counted(seconds, ways);
  }

  private static Counted byHand(Sunshine sunshine) throws InterruptedException {
    long began = System.nanoTime();
    try (Moment moment = sunshine.get(RegisterReader.class).open(InventedRegister.CITY);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      Queue<Part> parts = new ConcurrentLinkedQueue<>(moment.parts());
      List<Future<Map<String, Long>>> counting = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        counting.add(threads.submit(() -> byHand(moment, parts)));
      }
      Map<String, Long> ways = new HashMap<>();
      for (Future<Map<String, Long>> counted : counting) {
        counted.get().forEach((way, number) -> ways.merge(way, number, Long::sum));
      }
      return new Counted(seconds(began), ways);
    } catch (SQLException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Long> byHand(Moment moment, Queue<Part> parts) throws SQLException {
    HandWrittenTable before = oldTable();
    HandWrittenTable after = newTable();
    Map<String, Long> ways = new HashMap<>();
    for (Part part = parts.poll(); part != null; part = parts.poll()) {
      moment.read(
          part,
          entry -> {
            String way = before.outcome(entry.household()) + ">" + after.outcome(entry.household());
            ways.merge(way, 1L, Long::sum);
            return true;
          });
    }
    return ways;
  }

  private static List<ScreenedHousehold> some(Sunshine sunshine) {
    List<ScreenedHousehold> some = new ArrayList<>();
    try (Moment moment = sunshine.get(RegisterReader.class).open(InventedRegister.CITY)) {
      moment.read(
          moment.parts().getFirst(),
          (RegisterEntry entry) -> {
            some.add(entry.household());
            return some.size() < IN_MEMORY;
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return some;
  }

  /** How many households a second one thread judges by both, of the best of some rounds. */
  private static double perSecond(
      List<ScreenedHousehold> households,
      Function<ScreenedHousehold, String> before,
      Function<ScreenedHousehold, String> after) {
    double best = 0;
    for (int round = 0; round < ROUNDS_IN_MEMORY; round++) {
      long began = System.nanoTime();
      long same = 0;
      for (ScreenedHousehold household : households) {
        same += before.apply(household).equals(after.apply(household)) ? 1 : 0;
      }
      if (same > 0) {
        best = Math.max(best, households.size() / seconds(began));
      }
    }
    return best;
  }

  private static double inFullPerSecond(List<ScreenedHousehold> households, Books books) {
    List<ScreenedHousehold> few = households.subList(0, Math.min(IN_FULL, households.size()));
    return perSecond(few, inFull(books.before()), inFull(books.after()));
  }

  private static Function<ScreenedHousehold, String> inFull(Book book) {
    return household -> book.rules().evaluate(DAY, household.facts(), book.parameters()).outcome();
  }

  private static Screening screening(Book book) {
    return book.rules().screening(DAY, book.parameters());
  }

  private static Books books(Sunshine sunshine) {
    PolicyPack pack = sunshine.get(Packs.class).find("nantong").orElseThrow();
    RuleEngine engine = sunshine.get(RuleEngine.class);
    RuleVersion rules = engine.shipped(pack.name(), RULE_SET).orElseThrow();
    ParameterSource changed =
        (name, day) ->
            switch (name) {
              case "income.line.per-person" ->
                  row(name, Unit.YUAN_PER_PERSON_YEAR, Long.toString(NEW_LINE_FEN / 100));
              case "comparison.items" ->
                  row(name, Unit.ITEMS, "vehicle,housing,provident-fund,social-security,deposit");
              default -> pack.valueAt(name, day);
            };
    return new Books(
        RULE_SET,
        DAY,
        new Book(rules, pack, "现行"),
        new Book(withEveryDepositDoubtful(engine, pack), changed, "草稿"));
  }

  /** The rules with a changed table of assets, as a release would compile them. */
  private static RuleVersion withEveryDepositDoubtful(RuleEngine engine, PolicyPack pack) {
    RuleSetDefinition definition =
        pack.ruleSets().stream()
            .filter(set -> set.name().equals(RULE_SET))
            .findFirst()
            .orElseThrow();
    Map<String, String> models = engine.shippedModels(pack.name(), definition);
    models.computeIfPresent(
        "asset-thresholds.dmn",
        (file, model) ->
            TableSheets.with(
                model,
                TableSheets.of(model).stream()
                    .map(
                        sheet ->
                            new TableSheet(
                                sheet.decision(),
                                sheet.name(),
                                sheet.conditions(),
                                sheet.answer(),
                                sheet.rows().stream()
                                    .map(TrialRunOfRegister::withEveryDepositDoubtful)
                                    .toList()))
                    .toList()));
    return engine.compile(pack.name(), definition, models);
  }

  private static TableSheet.Row withEveryDepositDoubtful(TableSheet.Row row) {
    return row.id().equals(AssetItem.DEPOSIT.code())
        ? new TableSheet.Row(row.id(), row.cells(), "0", row.note())
        : row;
  }

  private static Optional<Parameter> row(String name, Unit unit, String value) {
    return Optional.of(
        new Parameter(name, unit, value, LocalDate.of(2019, 1, 1), Optional.empty(), "", "", 2));
  }

  private static HandWrittenTable oldTable() {
    return new HandWrittenTable(OLD_LINE_FEN, OLD_FREE, "居民");
  }

  private static HandWrittenTable newTable() {
    Map<AssetItem, Integer> free = new HashMap<>(OLD_FREE);
    free.put(AssetItem.DEPOSIT, 0);
    return new HandWrittenTable(NEW_LINE_FEN, free, "居民");
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / NANOS_IN_A_SECOND;
  }
}
