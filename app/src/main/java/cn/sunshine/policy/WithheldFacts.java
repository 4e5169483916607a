package cn.sunshine.policy;

import java.util.Map;

/**
 * Facts that the record of a decision leaves with its case, such as a person's own words (NT-24).
 * Whoever goes into a decision may see its case, so they are read there again.
 */
public interface WithheldFacts {

  /** The rule set whose decisions are completed, such as {@code complaint-sorting}. */
  String ruleSet();

  /** What the case has of them. */
  Map<String, Object> of(String caseId);
}
