package cn.sunshine.rules;

import java.util.List;

/**
 * A rule set as the pack file declares it.
 *
 * @param name such as {@code household-eligibility}
 * @param title Chinese, as officials say it
 * @param version declared by the author; the content hash of the models is added to it
 * @param models file names, looked up in the pack first and then in {@code packs/shared}
 */
public record RuleSetDefinition(String name, String title, String version, List<String> models) {
  public RuleSetDefinition {
    models = List.copyOf(models);
  }
}
