package cn.sunshine.decisiontable;

import cn.sunshine.policy.OutcomeWords;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The test cases of a table as the text that is kept with each of its versions. */
final class CaseTexts {

  private static final int MOST = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final TypeReference<List<TableCase>> CASES = new TypeReference<>() {};

  private CaseTexts() {}

  static String write(List<TableCase> cases) {
    return JSON.writeValueAsString(cases);
  }

  /** The cases; empty when the text is none, or they are too many. */
  static Optional<List<TableCase>> read(String text) {
    try {
      return Optional.of(JSON.readValue(text, CASES).stream().map(CaseTexts::whole).toList())
          .filter(cases -> cases.size() <= MOST);
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What goes in or has to come out, as people read it. */
  static String words(Map<String, Object> values, TableTerms terms) {
    return values.entrySet().stream()
        .map(
            entry ->
                terms.name(entry.getKey())
                    + " "
                    + OutcomeWords.in(terms.say(entry.getKey(), entry.getValue())))
        .collect(Collectors.joining("，"));
  }

  private static TableCase whole(TableCase one) {
    return new TableCase(
        Optional.ofNullable(one.name()).orElse(""),
        Optional.ofNullable(one.inputs()).orElse(Map.of()),
        Optional.ofNullable(one.expected()).orElse(Map.of()));
  }
}
