package cn.sunshine.rules;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.builder.ResultSeverity;
import org.kie.internal.io.ResourceFactory;

/**
 * Compiles DRL with the classic model, whose errors name the line and which is quicker to compile.
 */
final class RuleText {
  /**
   * What has been compiled, by its text: DRL comes from the packs as shipped, so that these are
   * few, and each version of a table goes with the same.
   */
  private static final Map<String, KieBase> COMPILED = new ConcurrentHashMap<>();

  private RuleText() {}

  static KieBase compile(String place, String drl) {
    return COMPILED.computeIfAbsent(drl, text -> build(place, text));
  }

  private static KieBase build(String place, String drl) {
    KnowledgeBuilder builder =
        KnowledgeBuilderFactory.newKnowledgeBuilder(
            KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(
                null, RuleText.class.getClassLoader()));
    builder.add(ResourceFactory.newReaderResource(new StringReader(drl)), ResourceType.DRL);
    if (builder.hasErrors()) {
      List<String> problems =
          builder.getResults(ResultSeverity.ERROR).stream()
              .map(KnowledgeBuilderResult::getMessage)
              .toList();
      throw new InvalidPack(place, problems);
    }
    return builder.newKieBase();
  }
}
