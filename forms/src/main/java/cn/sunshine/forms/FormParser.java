package cn.sunshine.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads form-js JSON into the parts that check answers. */
final class FormParser {

  private static final int NEWEST_SCHEMA = 19;
  private static final int MOST_ROWS = 100;
  private static final int MOST_ROWS_EVER = 500;
  private static final int MOST_ROWS_AT_FIRST = 20;
  private static final int MOST_COMPONENTS = 300;
  private static final int DEEPEST = 6;
  private static final int MOST_OUTCOMES = 20;
  private static final int MOST_CHECKS = 50;
  private static final Pattern PATH = Pattern.compile("\\w{1,60}(\\.\\w{1,60}){0,5}");

  private final String form;
  private final JsonNode json;
  private int components;

  FormParser(String form, JsonNode json) {
    this.form = form;
    this.json = json;
    if (!json.path("type").asString("").equals("default") || !json.path("components").isArray()) {
      throw refuse("不是 form-js 表单（缺少 type 或 components）");
    }
    if (!json.path("id").asString("").equals(form)) {
      throw refuse("id 应与文件名相同");
    }
    if (json.path("schemaVersion").asInt(0) > NEWEST_SCHEMA) {
      throw refuse("schemaVersion 超过 " + NEWEST_SCHEMA);
    }
  }

  Section section() {
    Section root = new Section();
    json.path("components").forEach(child -> add(new Component(form, child), root, 1));
    return root;
  }

  List<Outcome> outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (JsonNode outcome : json.path("sunshine").path("outcomes")) {
      String value = outcome.path("value").asString("");
      String label = outcome.path("label").asString("");
      if (value.isEmpty()
          || label.isEmpty()
          || !outcome.path("commentRequired").isBoolean()
          || !values.add(value)) {
        throw refuse("每个结论都要有不重复的 value、label 和 commentRequired");
      }
      outcomes.add(new Outcome(value, label, outcome.path("commentRequired").booleanValue()));
    }
    if (outcomes.isEmpty()) {
      throw refuse("没有声明结论（sunshine.outcomes）");
    }
    if (outcomes.size() > MOST_OUTCOMES) {
      throw refuse("结论太多，最多 " + MOST_OUTCOMES + " 个");
    }
    return List.copyOf(outcomes);
  }

  List<CrossCheck> checks(Section section) {
    if (json.path("sunshine").path("checks").size() > MOST_CHECKS) {
      throw refuse("检查太多，最多 " + MOST_CHECKS + " 项");
    }
    return json.path("sunshine")
        .path("checks")
        .valueStream()
        .map(check -> crossCheck(check, section))
        .toList();
  }

  private CrossCheck crossCheck(JsonNode check, Section section) {
    String message = check.path("message").asString("");
    DataPath path = DataPath.of(check.path("path").asString(""));
    CrossCheck result =
        switch (check.path("kind").asString("")) {
          case "distinct" ->
              new CrossCheck.Distinct(
                  texts(check.path("paths")).map(DataPath::of).toList(), message);
          case "at-most-one" ->
              new CrossCheck.AtMostOne(
                  path, texts(check.path("values")).collect(Collectors.toSet()), message);
          case "not-above" ->
              new CrossCheck.NotAbove(path, DataPath.of(check.path("limit").asString("")), message);
          default -> throw refuse("不认识的检查“" + check.path("kind").asString("") + "”");
        };
    if (message.isEmpty() || result.paths().isEmpty()) {
      throw refuse("每项检查都要有 message 和路径");
    }
    if (!result.paths().stream().allMatch(asked -> asked.isAskedIn(section))) {
      throw refuse("检查的路径在表单里不存在");
    }
    return result;
  }

  private void add(Component component, Section section, int depth) {
    if (++components > MOST_COMPONENTS || depth > DEEPEST) {
      throw component.refuse("组件太多或者套得太深，最多 %d 个、%d 层".formatted(MOST_COMPONENTS, DEEPEST));
    }
    switch (component.type()) {
      case "text", "separator" -> {}
      case "spacer" -> component.whole("height", 0, MOST_ROWS_EVER);
      case "group" -> {
        Section inner =
            component.path().isEmpty() ? section : open(component, section, component.path());
        component.children().forEach(child -> add(child, inner, depth + 1));
      }
      case "dynamiclist" -> put(component, section, rows(component, depth));
      default ->
          put(
              component,
              section,
              component.isOnlyShown()
                  ? new Shown(component.label())
                  : FieldParser.field(component));
    }
  }

  private Rows rows(Component component, int depth) {
    Section row = new Section();
    component.children().forEach(child -> add(child, row, depth + 1));
    component.whole("defaultRepetitions", 1, MOST_ROWS_AT_FIRST);
    component.whole("nonCollapsedItems", 1, MOST_ROWS_EVER);
    return new Rows(
        component.label(),
        row,
        component.whole("minRows", 0, MOST_ROWS_EVER),
        component.whole("maxRows", MOST_ROWS, MOST_ROWS_EVER));
  }

  /** Puts a part at its path below the section, opening the sections on the way. */
  private void put(Component component, Section section, Part part) {
    String path = component.path();
    requireRight(component, path);
    int dot = path.lastIndexOf('.');
    Section parent = dot < 0 ? section : open(component, section, path.substring(0, dot));
    if (parent.parts().put(path.substring(dot + 1), part) != null) {
      throw component.refuse("与另一个组件的 key 重复");
    }
  }

  private static void requireRight(Component component, String path) {
    if (!PATH.matcher(path).matches()) {
      throw component.refuse("缺少 key 或 path，或者写法不对");
    }
    Stream.of(path.split("\\."))
        .filter(FormBounds::isReserved)
        .findFirst()
        .ifPresent(
            key -> {
              throw component.refuse("key“" + key + "”是浏览器自己用的名字，请换一个");
            });
  }

  private static Section open(Component component, Section section, String path) {
    requireRight(component, path);
    Section current = section;
    for (String step : path.split("\\.")) {
      Map<String, Part> parts = current.parts();
      if (!(parts.computeIfAbsent(step, key -> new Section(key, new LinkedHashMap<>()))
          instanceof Section next)) {
        throw component.refuse("与另一个组件的 key 重复");
      }
      current = next;
    }
    return current;
  }

  private static Stream<String> texts(JsonNode array) {
    return array.valueStream().map(value -> value.asString(""));
  }

  private InvalidFormException refuse(String reason) {
    return new InvalidFormException("表单 " + form + "：" + reason);
  }
}
