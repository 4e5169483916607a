package cn.sunshine.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one place as data: {@code packs/<name>/pack.yaml}.
 *
 * @param name such as {@code nantong}
 * @param code capital letters that numbers of cases and households begin with, such as {@code NT}
 * @param title Chinese, such as 南通市
 * @param rootRegion code of the region it holds for, with everything below, such as {@code 3206}
 * @param processes ids of the processes that can be started here
 */
public record PolicyPack(
    String name,
    String code,
    String title,
    String rootRegion,
    List<String> processes,
    List<RuleSetDefinition> ruleSets,
    List<Parameter> parameters)
    implements ParameterSource {

  public PolicyPack {
    processes = List.copyOf(processes);
    ruleSets = List.copyOf(ruleSets);
    parameters = List.copyOf(parameters);
  }

  /** Whether the pack's rules hold in this region. */
  public boolean covers(String region) {
    return region.startsWith(rootRegion);
  }

  @Override
  public Optional<Parameter> valueAt(String name, LocalDate day) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name) && parameter.isValidOn(day))
        .findFirst();
  }
}
