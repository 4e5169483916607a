package cn.sunshine.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models that a pack declares for one of its rule sets.
 *
 * @param texts the content of each file, by its name
 */
record RuleModels(String pack, String ruleSet, Map<String, String> texts) {

  /**
   * The text of a model.
   *
   * @throws InvalidPack when the pack does not declare it
   */
  String require(String file) {
    return Optional.ofNullable(texts.get(file))
        .orElseThrow(
            () -> new InvalidPack(pack, List.of("规则集 %s 缺少模型 %s".formatted(ruleSet, file))));
  }
}
