package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of one place as data: {@code packs/<name>/pack.yaml}.
 *
 * @param name such as {@code nantong}
 * @param code capital letters that numbers of cases and households begin with, such as {@code NT}
 * @param title Chinese, such as 南通市
 * @param rootRegion code of the region it holds for, with everything below, such as {@code 3206}
 * @param processes ids of the processes that can be started here
 * @param parameterTitles what the parameters are called in Chinese, by name
 */
public record PolicyPack(
    String name,
    String code,
    String title,
    String rootRegion,
    List<String> processes,
    List<RuleSetDefinition> ruleSets,
    List<Parameter> parameters,
    Map<String, String> parameterTitles)
    implements ParameterSource {

  public PolicyPack {
    processes = List.copyOf(processes);
    ruleSets = List.copyOf(ruleSets);
    parameters = List.copyOf(parameters);
    parameterTitles = Map.copyOf(parameterTitles);
  }

  /** Whether the pack's rules hold in this region. */
  public boolean covers(String region) {
    return region.startsWith(rootRegion);
  }

  /** What a parameter is called, such as 人均收入标准; its name when the pack does not know it. */
  public String titleOf(String parameter) {
    return parameterTitles.getOrDefault(parameter, parameter);
  }

  /** The rule set with this name; empty when the pack has none. */
  public Optional<RuleSetDefinition> ruleSet(String name) {
    return ruleSets.stream().filter(definition -> definition.name().equals(name)).findFirst();
  }

  /** What a parameter is measured in; empty when the pack does not know it. */
  public Optional<Unit> unitOf(String parameter) {
    return parameters.stream()
        .filter(row -> row.name().equals(parameter))
        .map(Parameter::unit)
        .findFirst();
  }

  @Override
  public Optional<Parameter> valueAt(String name, LocalDate day) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name) && parameter.isValidOn(day))
        .findFirst();
  }
}
