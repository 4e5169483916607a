package cn.sunshine.policy;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Which policy pack holds where, and what its parameters say on a day. */
@Service
public class Packs {

  private final PolicyPacks packs;
  private final Rulebooks rulebooks;
  private final History history;
  private final Clock clock;

  Packs(PolicyPacks packs, Rulebooks rulebooks, History history, Clock clock) {
    this.packs = packs;
    this.rulebooks = rulebooks;
    this.history = history;
    this.clock = clock;
  }

  /** All packs, each with the parameters in force. */
  public List<PolicyPack> all() {
    return packs.all().stream().map(this::inForce).toList();
  }

  /** The pack with this name, with the parameters in force. */
  public Optional<PolicyPack> find(String name) {
    return packs.find(name).map(this::inForce);
  }

  /** The pack of a region; empty where no place has been set up yet. */
  public Optional<PolicyPack> forRegion(String region) {
    return packs.forRegion(region).map(this::inForce);
  }

  private PolicyPack inForce(PolicyPack shipped) {
    return rulebooks.now(shipped).pack();
  }

  /** All rules of a pack for what begins now. */
  public Rulebook rulebook(String pack) {
    return rulebooks.now(shipped(pack));
  }

  /**
   * All rules of a pack for a case: those of the moment when it began, and what was released since
   * for running cases, too.
   */
  public Rulebook rulebook(String pack, Instant caseBegan) {
    return rulebooks.since(shipped(pack), caseBegan);
  }

  /**
   * All rules of a pack as they would be with these changes.
   *
   * @throws cn.sunshine.rules.InvalidPack when it is first asked for a rule set that does not
   *     compile
   */
  public Rulebook rulebook(String pack, List<Proposal> proposals) {
    return rulebooks.with(shipped(pack), proposals);
  }

  /** The pack as it is shipped: the first version of everything. */
  public PolicyPack shipped(String pack) {
    return packs
        .find(pack)
        .orElseThrow(() -> new IllegalStateException("there is no pack " + pack));
  }

  /**
   * The pack of a region.
   *
   * @throws Refusal.Invalid when the place has none
   */
  public PolicyPack require(String region) {
    return forRegion(region)
        .orElseThrow(() -> new Refusal.Invalid("编码 " + region + " 所在的地区还没有配置政策包，不能在此办理。"));
  }

  /**
   * Parameters as they were when a decision was made, and no others.
   *
   * @param rows as {@link DecisionRecord#parameters()} keeps them
   */
  public ParameterSource parametersOf(String pack, List<Map<String, Object>> rows) {
    return history.parameters(pack, rows);
  }

  /** A whole-number parameter, valid on the day of the moment. */
  public int number(String pack, String name, Instant at) {
    return parameter(find(pack).orElseThrow(), name, at).number();
  }

  public BigDecimal decimal(String pack, String name, Instant at) {
    return parameter(find(pack).orElseThrow(), name, at).decimal();
  }

  /**
   * A parameter as it counts today for a case that began at a moment.
   *
   * @throws IllegalStateException when the pack has no value for today
   */
  public Parameter forCase(String pack, String name, Instant caseBegan) {
    return parameter(rulebook(pack, caseBegan).pack(), name, clock.instant());
  }

  private Parameter parameter(PolicyPack pack, String name, Instant at) {
    LocalDate day = at.atZone(clock.getZone()).toLocalDate();
    return pack.valueAt(name, day)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pack " + pack.name() + " has no value for " + name + " on " + day));
  }
}
