package cn.sunshine.rules;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a {@code pack.yaml} strictly: what it does not know or cannot read is a problem, and all
 * problems are told.
 */
final class PackFile {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9-]+)*");
  private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");
  private static final Pattern REGION = Pattern.compile("\\d{2}|\\d{4}|\\d{6}");
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,5}");
  private static final Set<String> PARAMETER_KEYS =
      Set.of("name", "title", "unit", "value", "from", "to", "source", "note", "version");

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();

  private PackFile() {}

  static PolicyPack parse(String name, String yaml) {
    PackFile file = new PackFile();
    PolicyPack pack = file.pack(name, YamlText.parse(name, yaml));
    if (!file.problems.isEmpty()) {
      throw new InvalidPack(name, file.problems);
    }
    return pack;
  }

  private PolicyPack pack(String folder, Object root) {
    Map<?, ?> map =
        map(
            "文件",
            root,
            Set.of("name", "code", "title", "root-region", "processes", "rule-sets", "parameters"));
    String name = text("文件", map, "name");
    if (!name.equals(folder)) {
      problems.add("name 应与文件夹名 %s 相同".formatted(folder));
    }
    String code = text("文件", map, "code");
    check(CODE.matcher(code).matches(), "code 应为2到4个大写字母，用在案件和户编号的开头");
    String region = text("文件", map, "root-region");
    check(REGION.matcher(region).matches(), "root-region 应为2、4或6位地区代码");
    List<String> processes = list("processes", map).stream().map(this::id).toList();
    List<Parameter> parameters = new ArrayList<>();
    List<?> rows = list("parameters", map);
    for (int i = 0; i < rows.size(); i++) {
      parameter("parameters 第 %d 行".formatted(i + 1), rows.get(i)).ifPresent(parameters::add);
    }
    findOverlaps(parameters);
    List<RuleSetDefinition> ruleSets = list("rule-sets", map).stream().map(this::ruleSet).toList();
    check(
        ruleSets.stream().map(RuleSetDefinition::name).distinct().count() == ruleSets.size(),
        "rule-sets 中有重复的 name");
    return new PolicyPack(
        name, code, text("文件", map, "title"), region, processes, ruleSets, parameters, titles);
  }

  private RuleSetDefinition ruleSet(Object row) {
    Map<?, ?> map = map("rule-sets", row, Set.of("name", "title", "version", "models"));
    String name = id(map.get("name"));
    String version = text(name, map, "version");
    check(VERSION.matcher(version).matches(), name + "：version 应为正整数");
    List<String> models = list("models", map).stream().map(this::id).toList();
    check(!models.isEmpty(), name + "：models 不能为空");
    return new RuleSetDefinition(name, text(name, map, "title"), version, models);
  }

  private Optional<Parameter> parameter(String place, Object row) {
    int before = problems.size();
    Map<?, ?> map = map(place, row, PARAMETER_KEYS);
    String name = text(place, map, "name");
    String at = name.isEmpty() ? place : name;
    check(name.isEmpty() || ID.matcher(name).matches(), at + "：name 只能用小写字母、数字、连字符和点");
    String title = text(at, map, "title");
    check(title.equals(titles.computeIfAbsent(name, none -> title)), at + "：各行的 title 应相同");
    String value = text(at, map, "value");
    Optional<Unit> unit = Unit.of(text(at, map, "unit"));
    check(unit.isPresent(), at + "：不认识的单位 unit");
    unit.ifPresent(known -> check(known.accepts(value), at + "：value 不是有效的" + known.label()));
    Optional<LocalDate> from = date(at, map, "from");
    check(from.isPresent(), at + "：缺少有效的 from");
    Optional<LocalDate> to = date(at, map, "to");
    check(from.isEmpty() || to.isEmpty() || !to.get().isBefore(from.get()), at + "：to 早于 from");
    String source = text(at, map, "source");
    String version = map.containsKey("version") ? text(at, map, "version") : "1";
    check(VERSION.matcher(version).matches(), at + "：version 应为正整数");
    if (problems.size() > before) {
      return Optional.empty();
    }
    String note = map.containsKey("note") ? text(at, map, "note") : "";
    return Optional.of(
        new Parameter(
            name,
            unit.orElseThrow(),
            value,
            from.orElseThrow(),
            to,
            source,
            note,
            Integer.parseInt(version)));
  }

  private void findOverlaps(List<Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      for (Parameter later : parameters.subList(i + 1, parameters.size())) {
        Parameter earlier = parameters.get(i);
        check(
            !earlier.name().equals(later.name()) || !earlier.overlaps(later),
            "%s：从 %s 起和从 %s 起的两行有效期重叠"
                .formatted(earlier.name(), earlier.validFrom(), later.validFrom()));
      }
    }
  }

  private Optional<LocalDate> date(String place, Map<?, ?> map, String key) {
    if (!map.containsKey(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text(place, map, key)));
    } catch (DateTimeParseException e) {
      problems.add("%s：%s 应为 2019-01-01 这样的日期".formatted(place, key));
      return Optional.empty();
    }
  }

  private String id(Object value) {
    boolean valid = value instanceof String text && ID.matcher(text).matches();
    check(valid, "标识只能用小写字母、数字、连字符和点：" + value);
    return valid ? (String) value : "";
  }

  private String text(String place, Map<?, ?> map, String key) {
    boolean present = map.get(key) instanceof String text && !text.isBlank();
    check(present, "%s：缺少 %s".formatted(place, key));
    return present ? ((String) map.get(key)).strip() : "";
  }

  private List<?> list(String key, Map<?, ?> map) {
    boolean present = map.get(key) instanceof List<?>;
    check(present, "%s 应为列表".formatted(key));
    return present ? (List<?>) map.get(key) : List.of();
  }

  private Map<?, ?> map(String place, Object value, Set<String> known) {
    if (!(value instanceof Map<?, ?> map)) {
      problems.add(place + " 应由“键: 值”组成");
      return Map.of();
    }
    map.keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> problems.add("%s：不认识的键 %s".formatted(place, key)));
    return map;
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
