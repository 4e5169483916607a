package cn.sunshine.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements that a decision model consists of: inputs, decisions with their tables, and the
 * drawing. All others are refused, since each is a place where Drools would look for expressions:
 * the allowed values of a type of one's own are evaluated with every fact.
 */
final class DmnElements {

  private static final Set<String> MODEL =
      words(
          "definitions inputData decision variable informationRequirement requiredInput"
              + " requiredDecision decisionTable input inputExpression inputValues output"
              + " outputValues rule inputEntry outputEntry annotation annotationEntry text"
              + " description question allowedAnswers");

  /** What the checks of tables refuse with better words, at the decision that it is in. */
  private static final Set<String> TOLD_ELSEWHERE =
      words(
          "literalExpression context invocation list relation functionDefinition"
              + " businessKnowledgeModel decisionService knowledgeSource import importedValues"
              + " defaultOutputEntry");

  private static final Set<String> DRAWING =
      words(
          "DMNDI DMNDiagram DMNShape DMNEdge DMNLabel DMNStyle Size Bounds waypoint textAnnotation"
              + " association sourceRef targetRef");

  /** Without an id there is nothing to find them again by. */
  private static final Set<String> NAMED = words("decision inputData decisionTable rule");

  private static final int MOST_ATTRIBUTES = 40;
  private static final int LONGEST_ATTRIBUTE = 500;

  private final Set<String> ids = new HashSet<>();

  /** What is wrong with the element that the reader stands at the beginning of. */
  Optional<String> problemWith(XMLStreamReader reader) {
    String element = reader.getLocalName();
    if (!MODEL.contains(element)
        && !DRAWING.contains(element)
        && !TOLD_ELSEWHERE.contains(element)) {
      return Optional.of("不能使用“%s”：这里只能有输入、决策和决策表".formatted(shortened(element)));
    }
    if (reader.getAttributeCount() > MOST_ATTRIBUTES
        || IntStream.range(0, reader.getAttributeCount())
            .anyMatch(i -> reader.getAttributeValue(i).length() > LONGEST_ATTRIBUTE)) {
      return Optional.of("名称或属性太长，最多 %d 字；属性最多 %d 个".formatted(LONGEST_ATTRIBUTE, MOST_ATTRIBUTES));
    }
    return NAMED.contains(element) ? problemWithId(element, reader) : Optional.empty();
  }

  private Optional<String> problemWithId(String element, XMLStreamReader reader) {
    String id = Optional.ofNullable(reader.getAttributeValue(null, "id")).orElse("");
    if (id.isBlank()) {
      return Optional.of("有一个“%s”没有编号（id），请在编辑器里重新画".formatted(element));
    }
    return ids.add(element + " " + id)
        ? Optional.empty()
        : Optional.of("有两个“%s”的编号都是 %s，请删去一个，重新添加".formatted(element, id));
  }

  private static String shortened(String name) {
    return name.length() > 40 ? name.substring(0, 40) + "…" : name;
  }

  private static Set<String> words(String names) {
    return Arrays.stream(names.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
