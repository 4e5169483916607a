package cn.sunshine.policy;

import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleSetDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes a rulebook of a pack and the texts that count in the place of the shipped ones. */
@Component
class BookBinding {

  private static final String MODEL = ".dmn";

  private final CompiledRules rules;

  BookBinding(CompiledRules rules) {
    this.rules = rules;
  }

  /** What an artefact says, and the number of the version that says it. */
  record Content(int number, String text) {}

  Rulebook bind(PolicyPack shipped, Map<Artefact, Content> contents) {
    Map<String, Content> tables = new HashMap<>();
    Map<String, List<Parameter>> rows = new HashMap<>();
    contents.forEach(
        (artefact, content) -> {
          if (artefact.kind() == ArtefactKind.PARAMETER) {
            rows.put(
                artefact.name(),
                ParameterTimeline.parse(artefact.name(), content.text())
                    .parameters(content.number()));
          } else if (artefact.kind() == ArtefactKind.DECISION_TABLE) {
            tables.put(artefact.name() + MODEL, content);
          }
        });
    PolicyPack pack = withParameters(shipped, rows);
    return new Rulebook(
        pack,
        name ->
            pack.ruleSet(name)
                .map(
                    definition -> {
                      Map<String, Content> own = new LinkedHashMap<>(tables);
                      own.keySet().retainAll(definition.models());
                      return rules.ruleSet(pack, definition, numbers(definition, own), texts(own));
                    }));
  }

  /**
   * What decisions by these tables carry: the number of the rule set's first table, and behind it
   * those of the others as far as one has been released, such as {@code 2} or {@code 1.3}.
   */
  private static String numbers(RuleSetDefinition definition, Map<String, Content> tables) {
    List<Integer> numbers =
        new ArrayList<>(
            definition.models().stream()
                .filter(file -> file.endsWith(MODEL))
                .map(
                    file ->
                        Optional.ofNullable(tables.get(file))
                            .map(Content::number)
                            .orElse(PolicyVersion.SHIPPED))
                .toList());
    while (numbers.size() > 1 && numbers.getLast() == PolicyVersion.SHIPPED) {
      numbers.removeLast();
    }
    return numbers.stream().map(Object::toString).collect(Collectors.joining("."));
  }

  private static Map<String, String> texts(Map<String, Content> tables) {
    Map<String, String> texts = new LinkedHashMap<>();
    tables.forEach((file, content) -> texts.put(file, content.text()));
    return texts;
  }

  private static PolicyPack withParameters(PolicyPack shipped, Map<String, List<Parameter>> rows) {
    return new PolicyPack(
        shipped.name(),
        shipped.code(),
        shipped.title(),
        shipped.rootRegion(),
        shipped.processes(),
        shipped.ruleSets(),
        Stream.concat(
                shipped.parameters().stream().filter(row -> !rows.containsKey(row.name())),
                rows.values().stream().flatMap(List::stream))
            .toList(),
        shipped.parameterTitles());
  }
}
