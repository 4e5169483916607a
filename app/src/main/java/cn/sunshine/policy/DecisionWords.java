package cn.sunshine.policy;

import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.rules.ResponsibleDepartment;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.TableSheet;
import cn.sunshine.rules.TableSheets;
import cn.sunshine.rules.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A kept decision in the words of its place: no ids, and every number with its unit. */
@Component
public class DecisionWords {

  private static final String MODEL = ".dmn";

  private final PolicyPacks packs;
  private final History history;
  private final Regions regions;

  DecisionWords(PolicyPacks packs, History history, Regions regions) {
    this.packs = packs;
    this.history = history;
    this.regions = regions;
  }

  /** The sentence of a finding; places are named. */
  public String message(FindingView finding) {
    return regions.inWords(finding.message());
  }

  private PolicyPack pack(DecisionRecord decision) {
    return packs.find(decision.pack()).orElseThrow();
  }

  /** What the rule set is called, with the number of its version: 低收入户资格认定　第 3 版. */
  public String ruleSet(DecisionRecord decision) {
    return "%s　第 %s 版"
        .formatted(
            pack(decision)
                .ruleSet(decision.ruleSet())
                .map(RuleSetDefinition::title)
                .orElse(decision.ruleSet()),
            decision.version().split("-", 2)[0]);
  }

  /** What a parameter is called. */
  public String parameter(DecisionRecord decision, Map<String, Object> row) {
    return pack(decision).titleOf(String.valueOf(row.get("name")));
  }

  /** The value of a parameter with its unit. */
  public String value(DecisionRecord decision, Map<String, Object> row) {
    String value = String.valueOf(row.get("value"));
    return pack(decision)
        .unitOf(String.valueOf(row.get("name")))
        .filter(unit -> unit.accepts(value))
        .map(unit -> UnitWords.of(unit, value))
        .orElse(value);
  }

  /** What was found. */
  public String actual(DecisionRecord decision, FindingView finding) {
    return measured(decision, finding, finding.actual());
  }

  /** What it was measured against. */
  public String limit(DecisionRecord decision, FindingView finding) {
    return measured(decision, finding, finding.limit());
  }

  /** Both are measured in the unit of the parameter that gave the limit. */
  private String measured(DecisionRecord decision, FindingView finding, Object value) {
    if (!(value instanceof Number number)) {
      return inWords(pack(decision).titleOf(String.valueOf(value)));
    }
    String plain = plain(number);
    return unitOfLimit(decision, finding.limit())
        .map(unit -> UnitWords.of(unit, plain))
        .orElse(plain);
  }

  /** Departments and outcomes are kept by their codes. */
  private static String inWords(String text) {
    return ResponsibleDepartment.of(text)
        .map(ResponsibleDepartment::chinese)
        .orElseGet(() -> OutcomeWords.in(text));
  }

  private Optional<Unit> unitOfLimit(DecisionRecord decision, Object limit) {
    if (!(limit instanceof Number number)) {
      return Optional.empty();
    }
    List<Unit> units =
        decision.parameters().stream()
            .filter(row -> plain(number).equals(plainText(String.valueOf(row.get("value")))))
            .flatMap(row -> pack(decision).unitOf(String.valueOf(row.get("name"))).stream())
            .distinct()
            .toList();
    // Two parameters of different units that happen to have one value tell nothing.
    return units.size() == 1 ? Optional.of(units.getFirst()) : Optional.empty();
  }

  private static String plain(Number number) {
    return plainText(number.toString());
  }

  private static String plainText(String text) {
    return text.matches("-?\\d{1,15}(\\.\\d{1,6})?(E\\d)?")
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  /** Where a finding comes from, as the page of decision tables calls it: 认定结论　第 3 行. */
  public Map<String, String> rules(DecisionRecord decision) {
    return history.ruleSet(decision.pack(), decision.ruleSet(), decision.version()).stream()
        .flatMap(historic -> historic.models().entrySet().stream())
        .filter(model -> model.getKey().endsWith(MODEL))
        .flatMap(model -> TableSheets.of(model.getValue()).stream())
        .flatMap(DecisionWords::rows)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
  }

  private static Stream<Map.Entry<String, String>> rows(TableSheet table) {
    return IntStream.range(0, table.rows().size())
        .mapToObj(
            row ->
                Map.entry(
                    table.rows().get(row).id(), "%s　第 %d 行".formatted(table.name(), row + 1)));
  }
}
