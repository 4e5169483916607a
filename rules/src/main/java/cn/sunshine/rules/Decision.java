package cn.sunshine.rules;

import java.util.List;

/**
 * The answer of a rule set, with everything needed to explain it later.
 *
 * @param version of the rule set: what the pack declares and a hash of its models, so that any
 *     change shows
 * @param outcome for {@code household-eligibility} the name of an {@link Eligibility}
 * @param findings at least one, the deciding ones and the favourable ones
 * @param parameters the rows that were read, with their versions
 */
public record Decision(
    String ruleSet,
    String version,
    String outcome,
    List<Finding> findings,
    List<Parameter> parameters) {
  public Decision {
    findings = List.copyOf(findings);
    parameters = List.copyOf(parameters);
  }

  /** The findings that need an investigation and have had none: raise one doubt for each. */
  public List<Finding> newDoubts() {
    return findings.stream().filter(finding -> finding.doubt().isPresent()).toList();
  }
}
