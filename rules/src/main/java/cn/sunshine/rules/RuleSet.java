package cn.sunshine.rules;

import java.util.Map;

/** A compiled rule set of a pack. Safe for many threads. */
interface RuleSet {
  Decision evaluate(Map<String, Object> facts, ValidParameters parameters);
}
