package cn.sunshine.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Refuses a decision model that could reach outside its tables: FEEL can call Java through
 * functions of kind Java, PMML or {@code external}, and models can import others. What is not one
 * of the {@link DmnElements} is refused too, and what is too long to be read.
 */
final class DmnModelCheck {
  private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b");
  private static final Pattern FEEL =
      Pattern.compile(
          "feel|https?://www\\.omg\\.org/spec/(DMN|FEEL)/[^\\s]*", Pattern.CASE_INSENSITIVE);

  /** Any table that people can read is far smaller; a hostile one is told early. */
  private static final int LONGEST_MODEL = 1_000_000;

  private static final int MOST_ELEMENTS = 40_000;
  private static final int DEEPEST = 40;
  private static final int MOST_PROBLEMS = 50;
  private static final int LONGEST_EXPRESSION = 500;
  private static final int DEEPEST_BRACKETS = 8;
  private static final int LONGEST_TEXT = 2_000;

  private final List<Problem> problems = new ArrayList<>();
  private final DmnPlace place = new DmnPlace();
  private final DmnElements known = new DmnElements();
  private int elements;
  private int depth;
  private final StringBuilder text = new StringBuilder();
  private boolean rootSeen;

  private DmnModelCheck() {}

  /**
   * Something that must not be in a model.
   *
   * @param element id of the cell that it is in; blank when it is in none
   * @param what Chinese
   * @param place where in the model; blank when it is the whole of it
   */
  record Problem(String element, String what, String place) {

    static Problem of(String what) {
      return new Problem("", what, "");
    }

    /** What and where. */
    String words() {
      return place.isEmpty() ? what : what + "（" + place + "）";
    }
  }

  /** What must not be in the model; empty when the model may be loaded. */
  static List<Problem> problemsOf(String model) {
    if (model.length() > LONGEST_MODEL) {
      return List.of(Problem.of("模型太大：%,d 字，最多 %,d 字".formatted(model.length(), LONGEST_MODEL)));
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    DmnModelCheck check = new DmnModelCheck();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(model));
      while (reader.hasNext() && check.problems.size() < MOST_PROBLEMS) {
        check.visit(reader.next(), reader);
      }
    } catch (XMLStreamException e) {
      boolean tooMuch = check.elements > MOST_ELEMENTS || check.depth > DEEPEST;
      check.problems.add(Problem.of(tooMuch ? "模型太大或嵌套太深" : "不是有效的 XML"));
    }
    return check.problems;
  }

  private void visit(int event, XMLStreamReader reader) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.DTD -> problems.add(Problem.of("不允许使用 DOCTYPE"));
      case XMLStreamConstants.START_ELEMENT -> {
        measure();
        place.enter(reader);
        visitElement(reader.getLocalName(), reader);
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
      case XMLStreamConstants.END_ELEMENT -> {
        depth--;
        if (reader.getLocalName().equals("text")) {
          visitExpression(reader);
        } else if (text.length() > LONGEST_TEXT) {
          add("文字太长，最多 %,d 字".formatted(LONGEST_TEXT), reader);
        }
        text.setLength(0);
        place.leave(reader);
      }
      default -> {
        // comments run nothing; the text around one is read as a whole
      }
    }
  }

  private void visitExpression(XMLStreamReader reader) {
    if (text.length() > LONGEST_EXPRESSION) {
      add("表达式太长，最多 %d 字".formatted(LONGEST_EXPRESSION), reader);
    }
    if (nesting(text) > DEEPEST_BRACKETS) {
      add("括号嵌套太深，最多 %d 层".formatted(DEEPEST_BRACKETS), reader);
    }
    if (EXTERNAL.matcher(text).find()) {
      add("表达式中不允许使用 external", reader);
    }
  }

  private void add(String words, XMLStreamReader reader) {
    problems.add(new Problem(place.cell(), words, place.words(reader)));
  }

  /** A parser takes each bracket as a call within the last: thousands of them end its thread. */
  private static int nesting(CharSequence expression) {
    int open = 0;
    int deepest = 0;
    for (int i = 0; i < expression.length(); i++) {
      char sign = expression.charAt(i);
      if (sign == '(' || sign == '[' || sign == '{') {
        deepest = Math.max(deepest, ++open);
      } else if (sign == ')' || sign == ']' || sign == '}') {
        open--;
      }
    }
    return deepest;
  }

  private void measure() throws XMLStreamException {
    elements++;
    depth++;
    if (elements > MOST_ELEMENTS || depth > DEEPEST) {
      throw new XMLStreamException("too many elements");
    }
  }

  private void visitElement(String element, XMLStreamReader reader) {
    text.setLength(0);
    if (!rootSeen && !element.equals("definitions")) {
      problems.add(Problem.of("不是 DMN 决策模型"));
    }
    rootSeen = true;
    known.problemWith(reader).ifPresent(problem -> add(problem, reader));
    if (element.equals("import") || element.equals("importedValues")) {
      add("不允许导入其他模型", reader);
    }
    attribute(reader, "kind")
        .filter(kind -> !kind.equals("FEEL"))
        .ifPresent(kind -> add("不允许使用 FEEL 以外的函数 kind", reader));
    attribute(reader, "expressionLanguage")
        .filter(language -> !FEEL.matcher(language).matches())
        .ifPresent(language -> add("不允许使用 FEEL 以外的表达式语言", reader));
  }

  private static Optional<String> attribute(XMLStreamReader reader, String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name)).map(String::strip);
  }
}
