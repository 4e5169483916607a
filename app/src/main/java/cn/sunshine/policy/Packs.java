package cn.sunshine.policy;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Which policy pack holds where, and what its parameters say on a day. */
@Service
public class Packs {

  private final PolicyPacks packs;
  private final Clock clock;

  Packs(PolicyPacks packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  public List<PolicyPack> all() {
    return packs.all();
  }

  public Optional<PolicyPack> find(String name) {
    return packs.find(name);
  }

  /** The pack of a region; empty where no place has been set up yet. */
  public Optional<PolicyPack> forRegion(String region) {
    return packs.forRegion(region);
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

  /** A whole-number parameter, valid on the day of the moment. */
  public int number(String pack, String name, Instant at) {
    return parameter(pack, name, at).number();
  }

  public BigDecimal decimal(String pack, String name, Instant at) {
    return parameter(pack, name, at).decimal();
  }

  private Parameter parameter(String pack, String name, Instant at) {
    LocalDate day = at.atZone(clock.getZone()).toLocalDate();
    return find(pack)
        .flatMap(p -> p.valueAt(name, day))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pack " + pack + " has no value for " + name + " on " + day));
  }
}
