package cn.sunshine.policy;

import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules and parameters of the day of an old decision. */
@Component
class History {

  private static final String MODEL = ".dmn";

  private final PolicyPacks packs;
  private final Rulebooks rulebooks;
  private final Versions versions;
  private final CompiledRules rules;

  History(PolicyPacks packs, Rulebooks rulebooks, Versions versions, CompiledRules rules) {
    this.packs = packs;
    this.rulebooks = rulebooks;
    this.versions = versions;
    this.rules = rules;
  }

  /**
   * A rule set as it was.
   *
   * @param models the texts of its models, by file
   */
  record Historic(RuleVersion rules, Map<String, String> models) {}

  /**
   * A version of a rule set as decisions name it; empty when this installation does not have it any
   * more.
   *
   * @param version the numbers of its tables and the hash of its models
   */
  Optional<Historic> ruleSet(String pack, String ruleSet, String version) {
    return packs
        .find(pack)
        .flatMap(
            shipped ->
                shipped
                    .ruleSet(ruleSet)
                    .flatMap(definition -> ruleSet(shipped, definition, version)));
  }

  private Optional<Historic> ruleSet(
      PolicyPack pack, RuleSetDefinition definition, String version) {
    String numbers = version.split("-", 2)[0];
    return tables(pack, definition, List.of(numbers.split("\\.")))
        .filter(texts -> rules.versionOf(pack, definition, numbers, texts).equals(version))
        .map(
            texts ->
                new Historic(
                    rules.ruleSet(pack, definition, numbers, texts),
                    rules.models(pack, definition, texts)));
  }

  /**
   * The released tables of these numbers, by file name; a table as shipped is left out. Empty when
   * one of them is not there.
   *
   * @param numbers in the order of the rule set's tables; the first version where there is none
   */
  private Optional<Map<String, String>> tables(
      PolicyPack pack, RuleSetDefinition definition, List<String> numbers) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> files = definition.models().stream().filter(file -> file.endsWith(MODEL)).toList();
    for (int place = 0; place < Math.min(files.size(), numbers.size()); place++) {
      String file = files.get(place);
      String number = numbers.get(place);
      if (!number.equals(Integer.toString(PolicyVersion.SHIPPED))) {
        Optional<VersionHead> head =
            rulebooks
                .books(pack.name())
                .ofTable(file.substring(0, file.length() - MODEL.length()))
                .stream()
                .filter(known -> Integer.toString(known.number()).equals(number))
                .findFirst();
        if (head.isEmpty()) {
          return Optional.empty();
        }
        texts.put(file, versions.contents(List.of(head.get())).get(head.get().id()));
      }
    }
    return Optional.of(texts);
  }

  /** The parameters as a decision's record has them. */
  ParameterSource parameters(String pack, List<Map<String, Object>> rows) {
    Map<String, Parameter> byName = new HashMap<>();
    PolicyPack shipped = packs.find(pack).orElseThrow();
    for (Map<String, Object> row : rows) {
      String name = row.get("name").toString();
      shipped
          .unitOf(name)
          .ifPresent(
              unit ->
                  byName.put(
                      name,
                      new Parameter(
                          name,
                          unit,
                          row.get("value").toString(),
                          LocalDate.parse(row.get("validFrom").toString()),
                          Optional.empty(),
                          row.get("source").toString(),
                          "",
                          Integer.parseInt(row.get("version").toString()))));
    }
    return (name, day) -> Optional.ofNullable(byName.get(name));
  }
}
