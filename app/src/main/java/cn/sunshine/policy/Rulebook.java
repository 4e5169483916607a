package cn.sunshine.policy;

import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleVersion;
import java.util.Optional;
import java.util.function.Function;

/**
 * All rules of a pack as they count for somebody: the parameters and the rule sets, each at one
 * version. It does not change; a release makes another one.
 */
public final class Rulebook {

  private final PolicyPack pack;
  private final Function<String, Optional<RuleVersion>> ruleSets;

  Rulebook(PolicyPack pack, Function<String, Optional<RuleVersion>> ruleSets) {
    this.pack = pack;
    this.ruleSets = ruleSets;
  }

  /** The pack with the parameters of this book. */
  public PolicyPack pack() {
    return pack;
  }

  /** A rule set at this book's version; empty when the pack has none of the name. */
  public Optional<RuleVersion> ruleSet(String name) {
    return ruleSets.apply(name);
  }
}
