package cn.sunshine.trialrun;

import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.RuleVersion;

/**
 * Rules and the numbers that go with them: what households are judged by.
 *
 * @param title as people call it, such as 现行 第7版
 */
public record Book(RuleVersion rules, ParameterSource parameters, String title) {}
