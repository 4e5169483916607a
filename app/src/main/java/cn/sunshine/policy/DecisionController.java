package cn.sunshine.policy;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/decisions")
class DecisionController {

  private final Decisions decisions;
  private final Packs packs;
  private final CurrentActor currentActor;
  private final Clock clock;

  DecisionController(Decisions decisions, Packs packs, CurrentActor currentActor, Clock clock) {
    this.decisions = decisions;
    this.packs = packs;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /**
   * @param jurisdiction a pack's name, such as {@code nantong}, or the code of a region in it
   * @param asOf a date or a moment; today when left out
   */
  record Question(String jurisdiction, String asOf, Map<String, Object> facts) {}

  record Answer(
      String outcome, List<FindingView> findings, String ruleSet, String version, LocalDate asOf) {}

  @PostMapping("/{ruleSet}")
  Answer evaluate(@PathVariable String ruleSet, @RequestBody Question question) {
    currentActor.require();
    PolicyPack pack = pack(question.jurisdiction());
    LocalDate asOf = day(question.asOf());
    Decision decision =
        decisions.evaluate(
            ruleSet,
            packs.rulebook(pack.name()),
            asOf,
            Optional.ofNullable(question.facts()).orElse(Map.of()));
    return new Answer(
        decision.outcome(),
        decision.findings().stream().map(FindingView::of).toList(),
        decision.ruleSet(),
        decision.version(),
        asOf);
  }

  private PolicyPack pack(String jurisdiction) {
    if (jurisdiction == null || jurisdiction.isBlank()) {
      throw new Refusal.Invalid(
          "请给出 jurisdiction：政策包名称（如 nantong）或地区编码。",
          List.of(new Refusal.FieldFault("jurisdiction", "必填")));
    }
    return packs
        .find(jurisdiction)
        .or(
            () ->
                jurisdiction.matches("\\d{2,12}")
                    ? packs.forRegion(jurisdiction)
                    : Optional.empty())
        .orElseThrow(() -> new Refusal.Invalid("“" + jurisdiction + "”还没有政策包，目前不能按它的规则判断。"));
  }

  private LocalDate day(String asOf) {
    if (asOf == null || asOf.isBlank()) {
      return LocalDate.now(clock);
    }
    try {
      return asOf.length() == 10
          ? LocalDate.parse(asOf)
          : OffsetDateTime.parse(asOf).atZoneSameInstant(clock.getZone()).toLocalDate();
    } catch (DateTimeException e) {
      throw new Refusal.Invalid(
          "asOf 写成 2026-11-21 或 2026-11-21T09:00:00+08:00。",
          List.of(new Refusal.FieldFault("asOf", "日期格式不对")));
    }
  }
}
