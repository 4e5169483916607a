package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A decision model made up at random: two tables, the second over the first's answer, with gaps,
 * overlaps, negations and nulls as nobody would write them.
 */
record RandomModel(String xml, Map<String, Kind> inputs) {

  private static final List<String> TEXTS = List.of("甲", "乙", "丙", "with \\\"quotes\\\"");
  private static final List<String> ANSWERS = List.of("第一", "第二", "第三");
  private static final List<String> SUMS =
      List.of(
          "年收入",
          "年收入 - 标准",
          "年收入 - 标准 * 人口",
          "年收入 + 标准 * 2 - 0.5",
          "(年收入 - 标准) * 人口",
          "-1 * 年收入 + 3",
          "标准 * 人口 * 1.25");

  static RandomModel of(Random random) {
    Map<String, Kind> inputs = new LinkedHashMap<>();
    inputs.put("income", Kind.NUMBER);
    inputs.put("line", Kind.NUMBER);
    inputs.put("people", Kind.NUMBER);
    inputs.put("word", Kind.TEXT);
    inputs.put("truth", Kind.TRUTH);
    String policy = pick(random, List.of("UNIQUE", "FIRST", "ANY"));
    String second = pick(random, List.of("UNIQUE", "FIRST", "ANY"));
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="random" name="random"
                     namespace="https://sunshine.cn/test/random">
          %s
          %s
          %s
        </definitions>
        """
            .formatted(
                input("income", "年收入", "number")
                    + input("line", "标准", "number")
                    + input("people", "人口", "number")
                    + input("word", "词", "string")
                    + input("truth", "真假", "boolean"),
                decision(
                    random,
                    "first",
                    "先判",
                    policy,
                    List.of(
                        new Column(pick(random, SUMS), Kind.NUMBER),
                        new Column("词", Kind.TEXT),
                        new Column("真假", Kind.TRUTH)),
                    List.of("income", "line", "people", "word", "truth"),
                    List.of()),
                decision(
                    random,
                    "second",
                    "后判",
                    second,
                    List.of(
                        new Column("先判", Kind.TEXT), new Column(pick(random, SUMS), Kind.NUMBER)),
                    List.of("income", "line", "people"),
                    List.of("first")));
    return new RandomModel(xml, inputs);
  }

  /** Values on and around what the tables mention. */
  Map<String, Object> facts(Random random) {
    Map<String, Object> facts = new HashMap<>();
    for (String number : List.of("income", "line", "people")) {
      facts.put(
          number,
          random.nextInt(12) == 0
              ? null
              : BigDecimal.valueOf(random.nextInt(-40, 41) * 25L, random.nextInt(3)));
    }
    facts.put(
        "word",
        pick(random, List.of("甲", "乙", "丙", "with \"quotes\"", "丁", ""))
            .transform(word -> random.nextInt(8) == 0 ? null : word));
    facts.put("truth", random.nextInt(6) == 0 ? null : random.nextBoolean());
    return facts;
  }

  private record Column(String expression, Kind kind) {}

  private static String input(String id, String name, String type) {
    return "<inputData id=\"%s\" name=\"%s\"><variable id=\"%s-v\" name=\"%s\" typeRef=\"%s\"/></inputData>"
        .formatted(id, name, id, name, type);
  }

  private static String decision(
      Random random,
      String id,
      String name,
      String policy,
      List<Column> columns,
      List<String> inputs,
      List<String> decisions) {
    StringBuilder xml = new StringBuilder();
    xml.append(
        "<decision id=\"%s\" name=\"%s\"><variable id=\"%s-v\" name=\"%s\" typeRef=\"string\"/>"
            .formatted(id, name, id, name));
    inputs.forEach(
        input ->
            xml.append(
                "<informationRequirement id=\"%s-%s\"><requiredInput href=\"#%s\"/></informationRequirement>"
                    .formatted(id, input, input)));
    decisions.forEach(
        needed ->
            xml.append(
                "<informationRequirement id=\"%s-%s\"><requiredDecision href=\"#%s\"/></informationRequirement>"
                    .formatted(id, needed, needed)));
    xml.append("<decisionTable id=\"%s-t\" hitPolicy=\"%s\">".formatted(id, policy));
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      xml.append(
          "<input id=\"%s-i%d\"><inputExpression id=\"%s-e%d\" typeRef=\"%s\"><text>%s</text></inputExpression>%s</input>"
              .formatted(
                  id, i, id, i, type(column.kind()), column.expression(), values(random, column)));
    }
    xml.append("<output id=\"%s-o\"/>".formatted(id));
    int rows = random.nextInt(8) == 0 ? 70 : 1 + random.nextInt(6);
    for (int row = 0; row < rows; row++) {
      xml.append("<rule id=\"%s-r%d\">".formatted(id, row));
      for (int i = 0; i < columns.size(); i++) {
        xml.append(
            "<inputEntry id=\"%s-r%d-%d\"><text>%s</text></inputEntry>"
                .formatted(id, row, i, escaped(cell(random, columns.get(i)))));
      }
      xml.append(
          "<outputEntry id=\"%s-r%d-o\"><text>%s</text></outputEntry></rule>"
              .formatted(
                  id, row, random.nextInt(15) == 0 ? "null" : "\"" + pick(random, ANSWERS) + "\""));
    }
    return xml.append("</decisionTable></decision>").toString();
  }

  private static String values(Random random, Column column) {
    if (column.kind() != Kind.TEXT || random.nextInt(3) != 0) {
      return "";
    }
    List<String> words = column.expression().equals("词") ? List.of("甲", "乙", "丙") : ANSWERS;
    return "<inputValues><text>%s</text></inputValues>"
        .formatted(
            words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", ")));
  }

  private static String cell(Random random, Column column) {
    if (random.nextInt(4) == 0) {
      return "-";
    }
    return switch (column.kind()) {
      case NUMBER -> numberCell(random);
      case TEXT -> textCell(random, column.expression().equals("词") ? TEXTS : ANSWERS);
      case TRUTH ->
          pick(random, List.of("true", "false", "null", "not(true)", "= false", "true, null"));
    };
  }

  private static String numberCell(Random random) {
    String a = number(random);
    String b = number(random);
    String low = new BigDecimal(a).compareTo(new BigDecimal(b)) <= 0 ? a : b;
    String high = low.equals(a) ? b : a;
    return pick(
        random,
        List.of(
            a,
            "< " + a,
            "<= " + a,
            "> " + a,
            ">= " + a,
            "= " + a,
            "!= " + a,
            "[%s..%s]".formatted(low, high),
            "(%s..%s]".formatted(low, high),
            "]%s..%s[".formatted(low, high),
            "[%s..%s)".formatted(low, high),
            "%s, %s".formatted(a, b),
            "< %s, > %s".formatted(low, high),
            "not(%s)".formatted(a),
            "not(%s, %s)".formatted(a, b),
            "not(< %s)".formatted(a),
            "not([%s..%s])".formatted(low, high),
            "null",
            "not(null)",
            "null, > " + a));
  }

  private static String textCell(Random random, List<String> words) {
    String a = "\"" + pick(random, words) + "\"";
    String b = "\"" + pick(random, words) + "\"";
    return pick(
        random,
        List.of(
            a,
            "%s, %s".formatted(a, b),
            "not(%s)".formatted(a),
            "not(%s, %s)".formatted(a, b),
            "null",
            "not(null)",
            "= " + a,
            "!= " + a,
            "null, " + a));
  }

  private static String number(Random random) {
    return BigDecimal.valueOf(random.nextInt(-40, 41) * 25L, random.nextInt(3)).toPlainString();
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case NUMBER -> "number";
      case TEXT -> "string";
      case TRUTH -> "boolean";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
