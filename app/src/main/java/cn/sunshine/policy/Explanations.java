package cn.sunshine.policy;

import cn.sunshine.rules.Decision;
import cn.sunshine.rules.InvalidFacts;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes into decisions of earlier days, for those who may see their cases. */
@Service
public class Explanations {

  private final Decisions decisions;
  private final History history;
  private final Packs packs;
  private final Clock clock;
  private final List<WithheldFacts> withheld;

  Explanations(
      Decisions decisions,
      History history,
      Packs packs,
      Clock clock,
      List<WithheldFacts> withheld) {
    this.decisions = decisions;
    this.history = history;
    this.packs = packs;
    this.clock = clock;
    this.withheld = List.copyOf(withheld);
  }

  /**
   * Asks the rules of the decision's day again with its own facts and parameters, and what would
   * have to be different for another result.
   */
  @Transactional(readOnly = true)
  public Explanation of(DecisionRecord decision) {
    Optional<RuleVersion> rules =
        history
            .ruleSet(decision.pack(), decision.ruleSet(), decision.version())
            .map(History.Historic::rules);
    if (rules.isEmpty()) {
      return without(decision, "当时的规则来自更早的系统版本，已不能重算；当时的结论和依据如上。");
    }
    Map<String, Object> facts = facts(decision);
    ParameterSource parameters = history.parameters(decision.pack(), decision.parameters());
    try {
      Decision again = rules.get().evaluate(decision.asOf(), facts, parameters);
      return new Explanation(
          decision,
          WhatIf.of(
              facts,
              decision,
              changed -> rules.get().evaluate(decision.asOf(), changed, parameters)),
          Optional.of(
              new Explanation.Again(
                  again.outcome(), again.findings().stream().map(FindingView::of).toList())),
          "");
    } catch (InvalidFacts e) {
      return without(decision, "当时的事实已经不全，不能重算；当时的结论和依据如上。");
    }
  }

  /**
   * What the rules in force say to these facts on a day, and what would have to be different for
   * another result. Nothing is decided and nothing is kept.
   *
   * @throws Refusal.NotFound when the place has no such rule set
   * @throws Refusal.Invalid when the facts cannot be read
   */
  public Explanation now(
      PolicyPack pack, String ruleSet, LocalDate asOf, Map<String, Object> facts) {
    Rulebook book = packs.rulebook(pack.name());
    Decision says = decisions.evaluate(ruleSet, book, asOf, facts);
    DecisionRecord unkept =
        new DecisionRecord(
            0,
            "",
            "",
            clock.instant(),
            asOf,
            pack.name(),
            ruleSet,
            says.version(),
            says.outcome(),
            says.findings().stream().map(FindingView::of).toList(),
            says.parameters().stream().map(Decisions::parameterRow).toList());
    return new Explanation(
        unkept,
        WhatIf.of(facts, unkept, changed -> decisions.evaluate(ruleSet, book, asOf, changed)),
        Optional.empty(),
        "");
  }

  private static Explanation without(DecisionRecord decision, String obstacle) {
    return new Explanation(decision, List.of(), Optional.empty(), obstacle);
  }

  private Map<String, Object> facts(DecisionRecord decision) {
    Map<String, Object> facts = new LinkedHashMap<>(decisions.facts(decision));
    withheld.stream()
        .filter(some -> some.ruleSet().equals(decision.ruleSet()))
        .forEach(some -> facts.putAll(some.of(decision.caseId())));
    return facts;
  }
}
