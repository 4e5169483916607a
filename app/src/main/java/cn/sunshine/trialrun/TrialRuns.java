package cn.sunshine.trialrun;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Role;
import cn.sunshine.audit.AuditTrail;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.trialrun.TrialRunStore.Origin;
import cn.sunshine.trialrun.TrialRunWorker.Job;
import cn.sunshine.trialrun.TrialRunWorker.OpenHouseholds;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts trial runs and tells what came of them. Only those who write and approve policy at the
 * root region of the pack may (NT-4): nobody else needs to know how everybody would fare. A run
 * happens in the background; look at it again by its id, or listen for {@link TrialRunChanged}.
 */
@Service
public class TrialRuns {

  private static final Role[] POLICY = {Role.POLICY, Role.POLICY_APPROVER};
  private static final int LATEST = 20;
  private static final int LONGEST_NAME = 200;

  private final TrialRunStore runs;
  private final TrialRunResults results;
  private final TrialRunWorker worker;
  private final RegisterReader register;
  private final Packs packs;
  private final Regions regions;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;

  TrialRuns(
      TrialRunStore runs,
      TrialRunResults results,
      TrialRunWorker worker,
      RegisterReader register,
      Packs packs,
      Regions regions,
      AuditTrail audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.runs = runs;
    this.results = results;
    this.worker = worker;
    this.register = register;
    this.packs = packs;
    this.regions = regions;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
  }

  /** Whether the actor may try the rules of a pack. */
  public boolean isFor(String pack, Actor actor) {
    return packs.find(pack).filter(found -> mayTry(found, actor)).isPresent();
  }

  /**
   * Starts a run over the whole register of the pack's place; the same key again starts nothing.
   *
   * @return the run's id
   * @throws Refusal.Forbidden when the actor does not look after the pack's policy
   * @throws Refusal.Invalid when the rule set is not about registered households
   */
  public String start(TrialRunOrder order, Scope scope, Actor actor) {
    PolicyPack pack = require(order.pack(), actor);
    return start(
        order,
        new Origin(TrialRun.Source.REGISTER, scope.chinese(), pack.rootRegion(), 0),
        () -> new OpenRegister(register.open(pack.rootRegion()), scope),
        actor);
  }

  /** The same over the register alone. */
  public String start(TrialRunOrder order, Actor actor) {
    return start(order, Scope.REGISTERED, actor);
  }

  /**
   * Starts a run over the households of a sheet.
   *
   * @param name of the file
   * @param file an .xlsx or a CSV file, see {@link SheetReader}
   * @return the run's id
   * @throws Refusal.Invalid naming row and column of what is wrong in the sheet
   */
  public String startSheet(TrialRunOrder order, String name, byte[] file, Actor actor) {
    PolicyPack pack = require(order.pack(), actor);
    List<RegisterEntry> entries = SheetReader.read(file, pack.rootRegion(), regions);
    String shortName = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return start(
        order,
        new Origin(TrialRun.Source.SHEET, shortName, pack.rootRegion(), entries.size()),
        () -> new OpenSheet(entries),
        actor);
  }

  /**
   * Writes the empty workbook for {@link #startSheet}, and leaves the stream open.
   *
   * @throws Refusal.Forbidden when the actor does not look after the pack's policy
   */
  public void writeTemplate(String pack, Actor actor, OutputStream out) {
    SheetTemplate.write(require(pack, actor).rootRegion(), regions, out);
  }

  /** The rows of a sheet as the households of a run. */
  private record OpenSheet(List<RegisterEntry> entries) implements OpenHouseholds {
    @Override
    public Households households() {
      return new Households(
          entries.size(),
          List.of(
              taker -> {
                for (RegisterEntry entry : entries) {
                  if (!taker.take(entry)) {
                    return;
                  }
                }
              }));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private String start(
      TrialRunOrder order, Origin origin, TrialRunWorker.Supply supply, Actor actor) {
    if (Wanted.of(order.books().ruleSet()).isEmpty()) {
      throw new Refusal.Invalid("这个规则集不是判断在册户的，不能试算。");
    }
    String id = UUID.randomUUID().toString();
    BookRecord record = BookRecord.of(order.books());
    boolean isNew =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  boolean opened = runs.open(id, order, origin, record, actor.username());
                  if (opened) {
                    audit.append(
                        "trial-run:" + id,
                        actor.username(),
                        origin.region(),
                        "trial-run-start",
                        "",
                        Map.of(
                            "subject", order.subject(),
                            "ruleSet", order.books().ruleSet(),
                            "before", order.books().before().rules().version(),
                            "after", order.books().after().rules().version(),
                            "hash", record.hash()));
                  }
                  return opened;
                }));
    if (!isNew) {
      return runs.idOf(order.key()).orElseThrow();
    }
    worker.submit(new Job(id, order.pack(), origin.region(), order.books(), supply));
    return id;
  }

  /** The register of one moment as the households of a run. */
  private record OpenRegister(RegisterReader.Moment moment, Scope scope) implements OpenHouseholds {
    @Override
    public Households households() throws SQLException {
      List<Households.Portion> portions = new ArrayList<>();
      long all = moment.households();
      moment.parts().forEach(part -> portions.add(taker -> moment.read(part, taker)));
      if (scope != Scope.REGISTERED) {
        portions.add(moment::readRefused);
        all += moment.refused();
      }
      if (scope == Scope.WITH_EXITED) {
        portions.add(moment::readExited);
        all += moment.exited();
      }
      return new Households(all, portions);
    }

    @Override
    public void close() throws Exception {
      moment.close();
    }
  }

  /**
   * A run.
   *
   * @throws Refusal.NotFound when there is none that the actor may see
   */
  @Transactional(readOnly = true)
  public TrialRun find(String id, Actor actor) {
    return Optional.of(id)
        .filter(TrialRuns::isId)
        .flatMap(runs::find)
        .filter(run -> isFor(run.pack(), actor))
        .orElseThrow(() -> new Refusal.NotFound("没有这次试算，或者不归您管。"));
  }

  /**
   * How many runs of the same place come before one that waits.
   *
   * @throws Refusal.NotFound when there is none that the actor may see
   */
  public int ahead(String id, Actor actor) {
    return worker.ahead(find(id, actor).id());
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  }

  /** The runs about a subject that the actor may see, the latest first. */
  @Transactional(readOnly = true)
  public List<TrialRun> about(String subject, Actor actor) {
    return runs.about(subject, LATEST).stream().filter(run -> isFor(run.pack(), actor)).toList();
  }

  /**
   * Stops a run that waits or runs; what it has found so far is thrown away.
   *
   * @throws Refusal.Conflict when it is over already
   */
  public void cancel(String id, Actor actor) {
    TrialRun run = find(id, actor);
    transaction.executeWithoutResult(
        status -> {
          if (!runs.end(id, TrialRun.State.CANCELLED, "")) {
            throw new Refusal.Conflict("试算已经结束，不用取消。");
          }
          audit.append(
              "trial-run:" + id,
              actor.username(),
              run.region(),
              "trial-run-cancelled",
              "",
              Map.of("judged", run.judged()));
        });
    worker.cancel(id);
    events.publishEvent(new TrialRunChanged(id));
  }

  /**
   * How many households of which area went from which outcome to which, for the areas directly
   * below a region.
   *
   * @param within code of a region in the pack's place
   */
  @Transactional(readOnly = true)
  public List<Flow> flows(String id, String within, Actor actor) {
    return results.flows(find(id, actor), within);
  }

  /** One page of the changed households, by number. */
  @Transactional(readOnly = true)
  public List<ChangedHousehold> changes(
      String id, ChangeFilter filter, long from, int size, Actor actor) {
    return results.changes(find(id, actor), filter, from, size);
  }

  /** How many changed households there are. */
  @Transactional(readOnly = true)
  public long countChanges(String id, ChangeFilter filter, Actor actor) {
    return results.countChanges(find(id, actor), filter);
  }

  /** All changed households, in pages, to be written to a file. */
  public Stream<ChangedHousehold> export(String id, ChangeFilter filter, Actor actor) {
    TrialRun run = find(id, actor);
    return results.all(run, filter);
  }

  private PolicyPack require(String name, Actor actor) {
    PolicyPack pack =
        packs.find(name).orElseThrow(() -> new Refusal.NotFound("没有名为“" + name + "”的政策包。"));
    if (!mayTry(pack, actor)) {
      throw new Refusal.Forbidden("只有" + pack.title() + "的政策起草和政策审批人员可以试算。");
    }
    return pack;
  }

  private static boolean mayTry(PolicyPack pack, Actor actor) {
    return Stream.of(POLICY).anyMatch(role -> actor.holdsAt(role, pack.rootRegion()));
  }
}
