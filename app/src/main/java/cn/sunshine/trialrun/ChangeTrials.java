package cn.sunshine.trialrun;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.Rulebook;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.InvalidPack;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleVersion;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Tries what a change of policy would do, against what counts now. */
@Service
public class ChangeTrials {

  private static final Set<ArtefactKind> JUDGED_BY =
      Set.of(ArtefactKind.PARAMETER, ArtefactKind.DECISION_TABLE);

  /** So many artefacts are named; further ones are counted. */
  private static final int NAMED = 2;

  private final Changes changes;
  private final Packs packs;
  private final Versions versions;
  private final TrialRuns runs;
  private final Clock clock;

  ChangeTrials(Changes changes, Packs packs, Versions versions, TrialRuns runs, Clock clock) {
    this.changes = changes;
    this.packs = packs;
    this.versions = versions;
    this.runs = runs;
    this.clock = clock;
  }

  /** Under which subject the runs about a change are found. */
  public static String subject(long change) {
    return "policy-change:" + change;
  }

  /** The rule sets of the change's pack that can be tried over the register. */
  public List<Wanted> ruleSets(long change, Actor actor) {
    PolicyPack pack = packs.shipped(changes.find(change, actor).pack());
    return Arrays.stream(Wanted.values())
        .filter(
            wanted -> pack.ruleSets().stream().anyMatch(set -> set.name().equals(wanted.ruleSet())))
        .toList();
  }

  /**
   * The first day on which all of the change counts: that of the change itself or of its latest
   * value, and never a day that is over.
   */
  public LocalDate firstDay(long change, Actor actor) {
    PolicyChange found = changes.find(change, actor);
    return Stream.concat(
            Stream.concat(Stream.of(LocalDate.now(clock)), found.effectiveOn().stream()),
            found.proposals().stream().flatMap(ChangeTrials::firstDayOfLatestValue))
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  private static Stream<LocalDate> firstDayOfLatestValue(Proposal proposal) {
    if (proposal.artefact().kind() != ArtefactKind.PARAMETER) {
      return Stream.empty();
    }
    try {
      return Stream.of(
          ParameterTimeline.parse(proposal.artefact().name(), proposal.content())
              .rows()
              .getLast()
              .from());
    } catch (RuntimeException unfinished) {
      // A draft may be faulty; that is said when it is tried.
      return Stream.empty();
    }
  }

  /**
   * Starts a run of what counts now against the change.
   *
   * @param key who starts with the same key twice gets the same run
   * @return the run's id
   * @throws Refusal.Invalid when the change cannot be used as it stands
   * @throws Refusal.Forbidden when the actor does not look after the pack's policy
   */
  public String start(
      long change, Wanted wanted, Scope scope, LocalDate asOf, String key, Actor actor) {
    PolicyChange found = changes.find(change, actor);
    return runs.start(
        new TrialRunOrder(key, subject(change), found.pack(), books(found, wanted, asOf)),
        wanted.scope(scope),
        actor);
  }

  /**
   * The same over the households of a sheet.
   *
   * @param name of the file
   * @throws Refusal.Invalid also naming row and column of what is wrong in the sheet
   */
  public String startSheet(
      long change,
      Wanted wanted,
      LocalDate asOf,
      String key,
      String name,
      byte[] file,
      Actor actor) {
    PolicyChange found = changes.find(change, actor);
    return runs.startSheet(
        new TrialRunOrder(key, subject(change), found.pack(), books(found, wanted, asOf)),
        name,
        file,
        actor);
  }

  /**
   * Writes the empty workbook for {@link #startSheet}, and leaves the stream open.
   *
   * @throws Refusal.Forbidden when the actor does not look after the pack's policy
   */
  public void writeTemplate(long change, Actor actor, OutputStream out) {
    runs.writeTemplate(changes.find(change, actor).pack(), actor, out);
  }

  private Books books(PolicyChange change, Wanted wanted, LocalDate asOf) {
    if (!change.canBeTried()) {
      throw new Refusal.Conflict("这份修改" + change.state().chinese() + "，不用再试算。");
    }
    if (change.items().isEmpty()) {
      throw new Refusal.Invalid("这份修改里还没有内容，没有可以试算的。");
    }
    Rulebook now = packs.rulebook(change.pack());
    try {
      Rulebook proposed = packs.rulebook(change.pack(), change.proposals());
      return new Books(
          wanted.ruleSet(),
          asOf,
          new Book(rules(now, wanted), now.pack(), inForce(change)),
          new Book(rules(proposed, wanted), proposed.pack(), change.title()));
    } catch (InvalidPack | IllegalArgumentException e) {
      throw new Refusal.Invalid("修改的内容还有错误，改正后才能试算：" + e.getMessage());
    }
  }

  /** What is compared with, by version and date: 现行：人均收入标准第 1 版（随系统发布）. */
  private String inForce(PolicyChange change) {
    List<Artefact> artefacts =
        change.proposals().stream()
            .map(Proposal::artefact)
            .filter(artefact -> JUDGED_BY.contains(artefact.kind()))
            .toList();
    if (artefacts.isEmpty()) {
      return "现行";
    }
    String first =
        artefacts.stream().limit(NAMED).map(this::inForce).collect(Collectors.joining("、"));
    return "现行：" + first + (artefacts.size() > NAMED ? "等 " + artefacts.size() + " 项" : "");
  }

  private String inForce(Artefact artefact) {
    return versions
        .current(artefact)
        .map(
            version ->
                "%s第 %d 版（%s 生效）"
                    .formatted(
                        changes.titleOf(artefact),
                        version.number(),
                        LocalDate.ofInstant(version.effectiveAt(), clock.getZone())))
        .orElseGet(() -> changes.titleOf(artefact) + "第 1 版（随系统发布）");
  }

  private static RuleVersion rules(Rulebook book, Wanted wanted) {
    return book.ruleSet(wanted.ruleSet())
        .orElseThrow(() -> new Refusal.Invalid("当地没有“" + wanted.title() + "”这个规则集。"));
  }
}
