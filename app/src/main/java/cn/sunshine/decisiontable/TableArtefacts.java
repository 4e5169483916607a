package cn.sunshine.decisiontable;

import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.Versions;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableCases;
import cn.sunshine.rules.TableCheck;
import cn.sunshine.rules.TableFault;
import cn.sunshine.rules.TableSheets;
import cn.sunshine.rules.TableTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decision tables as something that policy staff change. */
@Component
class TableArtefacts implements ArtefactType {

  static final String MODEL = ".dmn";
  private static final String CASES = ".cases.json";

  private final Packs packs;
  private final Versions versions;
  private final RuleEngine engine;
  private final BoundedChecks bounded;

  TableArtefacts(Packs packs, Versions versions, RuleEngine engine, BoundedChecks bounded) {
    this.packs = packs;
    this.versions = versions;
    this.engine = engine;
    this.bounded = bounded;
  }

  @Override
  public ArtefactKind kind() {
    return ArtefactKind.DECISION_TABLE;
  }

  /** The rule set of a pack that a table belongs to; empty when the pack has no such table. */
  private Optional<RuleSetDefinition> ruleSet(Artefact artefact) {
    return packs.all().stream()
        .filter(pack -> pack.name().equals(artefact.pack()))
        .flatMap(pack -> owners(pack).entrySet().stream())
        .filter(owned -> owned.getKey().equals(artefact.name() + MODEL))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * The tables of a pack by file name, each with the rule set that it is named after, or else the
   * first that uses it: a table may be part of several.
   */
  static Map<String, RuleSetDefinition> owners(PolicyPack pack) {
    Map<String, RuleSetDefinition> owners = new LinkedHashMap<>();
    for (RuleSetDefinition definition : pack.ruleSets()) {
      for (String file : definition.models()) {
        if (file.endsWith(MODEL)
            && (!owners.containsKey(file) || file.equals(definition.name() + MODEL))) {
          owners.put(file, definition);
        }
      }
    }
    return owners;
  }

  @Override
  public Optional<Text> inForce(Artefact artefact) {
    return ruleSet(artefact)
        .flatMap(
            definition ->
                versions
                    .current(artefact)
                    .map(
                        version ->
                            new Text(
                                definition.title(),
                                version.number(),
                                version.content(),
                                version.tests()))
                    .or(() -> shipped(artefact)));
  }

  @Override
  public Optional<Text> shipped(Artefact artefact) {
    return ruleSet(artefact)
        .map(
            definition ->
                new Text(
                    definition.title(),
                    PolicyVersion.SHIPPED,
                    engine.shippedFile(artefact.pack(), artefact.name() + MODEL).orElseThrow(),
                    engine.shippedFile(artefact.pack(), artefact.name() + CASES).orElse("[]")));
  }

  @Override
  public List<ArtefactFault> check(Proposal proposal, String tests, List<Proposal> together) {
    Optional<Text> shipped = shipped(proposal.artefact());
    if (shipped.isEmpty()) {
      return List.of(
          ArtefactFault.error("", "没有名为 %s 的决策表。".formatted(proposal.artefact().name())));
    }
    try {
      return bounded.within(() -> check(proposal.content(), shipped.get().content(), tests));
    } catch (BoundedChecks.TooLong e) {
      return List.of(ArtefactFault.error("", "检查用时太长：表太大或写法太复杂，请简化。"));
    }
  }

  private static List<ArtefactFault> check(String model, String shipped, String tests) {
    List<ArtefactFault> faults =
        new ArrayList<>(
            TableCheck.of(model, shipped).stream()
                .map(
                    fault ->
                        fault.severity() == TableFault.Severity.ERROR
                            ? ArtefactFault.error(fault.element(), fault.message())
                            : ArtefactFault.warning(fault.element(), fault.message()))
                .toList());
    Optional<List<TableCase>> cases = CaseTexts.read(tests);
    if (cases.isEmpty()) {
      faults.add(ArtefactFault.error("", "测试用例无法读取，或超过 500 条。"));
    } else if (faults.stream().noneMatch(ArtefactFault::isError)) {
      TableCases.run(model, cases.get()).stream()
          .filter(result -> !result.passed())
          .forEach(
              result ->
                  faults.add(
                      ArtefactFault.error(
                          "",
                          "用例“%s”没有通过：%s。"
                              .formatted(result.of().name(), OutcomeWords.in(result.problem())))));
      if (cases.get().isEmpty()) {
        faults.add(ArtefactFault.warning("", "没有测试用例。建议为每一行和每个边界写一条。"));
      }
    }
    return faults;
  }

  @Override
  public List<String> lines(Artefact artefact, String content, String tests) {
    TableTerms terms = TableTerms.of(content);
    Stream<String> rows =
        TableSheets.of(content).stream()
            .flatMap(sheet -> sheet.lines(terms.words()).stream())
            .map(OutcomeWords::in);
    // Who approves has to see when a test was made to fit the table, or left out.
    Stream<String> cases =
        CaseTexts.read(tests).orElse(List.of()).stream()
            .map(
                one ->
                    "测试用例 %s：%s → %s"
                        .formatted(
                            one.name(),
                            CaseTexts.words(one.inputs(), terms),
                            CaseTexts.words(one.expected(), terms)));
    return Stream.concat(rows, cases).toList();
  }

  @Override
  public String page(Artefact artefact, long change) {
    return "policy/tables?pack=%s&name=%s".formatted(artefact.pack(), artefact.name());
  }
}
