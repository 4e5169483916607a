package cn.sunshine.rules;

import cn.sunshine.rules.CompiledModel.CompiledDecision;
import cn.sunshine.rules.CompiledModel.Kind;
import cn.sunshine.rules.CompiledModel.Place;
import cn.sunshine.rules.CompiledTable.CodeRegions;
import cn.sunshine.rules.CompiledTable.Column;
import cn.sunshine.rules.CompiledTable.NumberRegions;
import cn.sunshine.rules.CompiledTable.Regions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InformationItem;
import org.kie.dmn.model.api.InformationRequirement;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.InputData;
import org.kie.dmn.model.api.OutputClause;

/**
 * Compiles decision tables into {@link CompiledModel}s. It understands tables over numbers, texts
 * and truths with one output, the hit policies unique, first and any, cells that test against
 * constants, and input expressions that are a name or a sum of numbers. Everything else is {@link
 * NotCompilable}.
 */
final class ModelCompiler {

  /** A text that no model mentions, standing for all of them. */
  private static final String ANOTHER_TEXT = "\u0000";

  private static final int BITS = 64;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final Map<String, Place> inputs = new LinkedHashMap<>();
  private final Map<String, Place> placesByName = new HashMap<>();
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private final List<DecisionDraft> drafts = new ArrayList<>();

  /** A cell or a list of input values of one column, read. */
  private record ColumnDraft(
      Kind kind, Regions place, List<CellText> cells, Optional<CellText> allowed) {

    Set<Object> constants() {
      Set<Object> constants = new LinkedHashSet<>();
      cells.forEach(cell -> constants.addAll(cell.constants()));
      allowed.ifPresent(values -> constants.addAll(values.constants()));
      return constants;
    }
  }

  private record DecisionDraft(
      String id,
      Place place,
      int[] required,
      CompiledTable.HitPolicy hitPolicy,
      List<ColumnDraft> columns,
      long[] outputs,
      List<String> rowIds) {}

  private ModelCompiler() {}

  /**
   * Compiles a model.
   *
   * @throws NotCompilable when it uses something unknown
   */
  static CompiledModel compile(Definitions definitions) {
    ModelCompiler compiler = new ModelCompiler();
    definitions.getDrgElement().stream()
        .filter(InputData.class::isInstance)
        .map(InputData.class::cast)
        .forEach(compiler::addInput);
    List<Decision> decisions =
        definitions.getDrgElement().stream()
            .filter(Decision.class::isInstance)
            .map(Decision.class::cast)
            .toList();
    if (decisions.size() + compiler.inputs.size() != definitions.getDrgElement().size()) {
      throw new NotCompilable("elements other than inputs and decisions");
    }
    compiler.addDecisions(decisions);
    return new CompiledModel(
        compiler.inputs, compiler.drafts.stream().map(compiler::finish).toList(), compiler.codes);
  }

  private void addInput(InputData input) {
    Place place = new Place(placesByName.size(), kind(input.getVariable().getTypeRef()));
    inputs.put(input.getId(), place);
    placesByName.put(input.getName(), place);
  }

  /** Each after those that it needs. */
  private void addDecisions(List<Decision> decisions) {
    List<Decision> waiting = new ArrayList<>(decisions);
    Map<String, Integer> slots = new HashMap<>();
    while (!waiting.isEmpty()) {
      Decision next =
          waiting.stream()
              .filter(decision -> slots.keySet().containsAll(requiredDecisions(decision)))
              .findFirst()
              .orElseThrow(() -> new NotCompilable("decisions that need each other"));
      waiting.remove(next);
      slots.put(next.getId(), placesByName.size());
      drafts.add(draft(next, slots));
    }
  }

  private static List<String> requiredDecisions(Decision decision) {
    return decision.getInformationRequirement().stream()
        .map(InformationRequirement::getRequiredDecision)
        .filter(java.util.Objects::nonNull)
        .map(required -> required.getHref().substring(1))
        .toList();
  }

  private DecisionDraft draft(Decision decision, Map<String, Integer> slots) {
    if (!(decision.getExpression() instanceof DecisionTable table)
        || table.getOutput().size() != 1
        || table.getOutput().getFirst().getDefaultOutputEntry() != null
        || table.getRule().isEmpty()) {
      throw new NotCompilable("decision " + decision.getId());
    }
    if (!decision.getKnowledgeRequirement().isEmpty()) {
      throw new NotCompilable("decision with knowledge " + decision.getId());
    }
    Kind kind = kind(typeOf(decision.getVariable(), table.getOutput().getFirst()));
    ArithmeticReader expressions = new ArithmeticReader(namesFor(decision));
    List<ColumnDraft> columns = new ArrayList<>();
    for (int i = 0; i < table.getInput().size(); i++) {
      columns.add(column(table, i, expressions));
    }
    Place place = new Place(slots.get(decision.getId()), kind);
    placesByName.put(decision.getName(), place);
    return new DecisionDraft(
        decision.getId(),
        place,
        requiredDecisions(decision).stream().mapToInt(slots::get).toArray(),
        hitPolicy(table),
        columns,
        outputs(table, kind, expressions),
        table.getRule().stream().map(DecisionRule::getId).toList());
  }

  /** Only what a decision requires can be named in its table. */
  private Map<String, Place> namesFor(Decision decision) {
    Map<String, Place> names = new HashMap<>(placesByName);
    Set<String> required = new LinkedHashSet<>();
    for (InformationRequirement requirement : decision.getInformationRequirement()) {
      Optional.ofNullable(requirement.getRequiredInput())
          .or(() -> Optional.ofNullable(requirement.getRequiredDecision()))
          .ifPresent(reference -> required.add(reference.getHref().substring(1)));
    }
    Set<Integer> slots = new LinkedHashSet<>();
    required.forEach(
        id ->
            Optional.ofNullable(inputs.get(id))
                .or(
                    () ->
                        drafts.stream()
                            .filter(draft -> draft.id().equals(id))
                            .map(DecisionDraft::place)
                            .findFirst())
                .ifPresent(place -> slots.add(place.slot())));
    names.values().removeIf(place -> !slots.contains(place.slot()));
    return names;
  }

  private static CompiledTable.HitPolicy hitPolicy(DecisionTable table) {
    return switch (table.getHitPolicy()) {
      case UNIQUE -> CompiledTable.HitPolicy.UNIQUE;
      case FIRST -> CompiledTable.HitPolicy.FIRST;
      case ANY -> CompiledTable.HitPolicy.ANY;
      default -> throw new NotCompilable("hit policy " + table.getHitPolicy());
    };
  }

  private ColumnDraft column(DecisionTable table, int index, ArithmeticReader expressions) {
    InputClause input = table.getInput().get(index);
    BaseNode expression = expressions.parse(input.getInputExpression().getText());
    Kind kind;
    Regions place;
    if (expression instanceof NameRefNode name && expressions.place(name).kind() != Kind.NUMBER) {
      kind = expressions.place(name).kind();
      place = new CodeRegions(expressions.place(name).slot(), new int[0], 0);
    } else {
      kind = Kind.NUMBER;
      place = new NumberRegions(expressions.arithmetic(expression), new long[0]);
    }
    QName declared = input.getInputExpression().getTypeRef();
    if (declared != null && kind(declared) != kind) {
      throw new NotCompilable("type of " + input.getInputExpression().getText());
    }
    List<CellText> cells =
        table.getRule().stream()
            .map(rule -> cell(rule.getInputEntry().get(index).getText(), kind))
            .toList();
    Optional<CellText> allowed =
        Optional.ofNullable(input.getInputValues()).map(values -> cell(values.getText(), kind));
    return new ColumnDraft(kind, place, cells, allowed);
  }

  private CellText cell(String text, Kind kind) {
    CellText cell = CellText.of(text);
    boolean fits = cell.constants().stream().allMatch(constant -> kindOf(constant) == kind);
    if (!fits || cell.ordered() && kind != Kind.NUMBER) {
      throw new NotCompilable("cell " + text);
    }
    cell.constants().forEach(this::remember);
    return cell;
  }

  private void remember(Object constant) {
    if (constant instanceof String text) {
      codes.putIfAbsent(text, codes.size());
    }
  }

  private long[] outputs(DecisionTable table, Kind kind, ArithmeticReader expressions) {
    Optional<CellText> listed =
        Optional.ofNullable(table.getOutput().getFirst().getOutputValues())
            .map(values -> cell(values.getText(), kind));
    return table.getRule().stream()
        .mapToLong(
            rule -> {
              String text = rule.getOutputEntry().getFirst().getText();
              BaseNode node = expressions.parse(text);
              if (node instanceof NullNode && listed.isEmpty()) {
                return Arithmetic.NULL;
              }
              Object value = CellText.constant(node);
              if (kindOf(value) != kind || !listed.map(cell -> cell.accepts(value)).orElse(true)) {
                throw new NotCompilable("output " + text);
              }
              return coded(value);
            })
        .toArray();
  }

  private long coded(Object value) {
    remember(value);
    return switch (value) {
      case String text -> codes.get(text);
      case Boolean truth -> truth ? 1 : 0;
      case BigDecimal number ->
          CompiledModel.fixed(number).orElseThrow(() -> new NotCompilable("number " + number));
      default -> throw new NotCompilable("value " + value);
    };
  }

  private CompiledDecision finish(DecisionDraft draft) {
    int words = Math.ceilDiv(draft.rowIds().size(), BITS);
    List<Column> columns = draft.columns().stream().map(column -> finish(column, words)).toList();
    return new CompiledDecision(
        draft.id(),
        draft.place(),
        new CompiledTable(columns, draft.required(), draft.hitPolicy(), draft.outputs(), words),
        draft.rowIds());
  }

  private Column finish(ColumnDraft column, int words) {
    return switch (column.place()) {
      case NumberRegions place -> numbers(column, place.expression(), words);
      case CodeRegions place when column.kind() == Kind.TEXT -> texts(column, place.slot(), words);
      case CodeRegions place ->
          column(
              column,
              new CodeRegions(place.slot(), new int[] {0, 1}, 2),
              Arrays.asList(false, true, null),
              words);
    };
  }

  /** Regions of numbers: between, on and beyond the constants, and null. */
  private static Column numbers(ColumnDraft column, Arithmetic expression, int words) {
    List<BigDecimal> points =
        column.constants().stream()
            .map(constant -> ((BigDecimal) constant).stripTrailingZeros())
            .distinct()
            .sorted()
            .toList();
    int scale =
        Math.max(expression.scale(), points.stream().mapToInt(BigDecimal::scale).max().orElse(0));
    List<Object> samples = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      BigDecimal point = points.get(i);
      samples.add(
          i == 0 ? point.subtract(BigDecimal.ONE) : point.add(points.get(i - 1)).divide(TWO));
      samples.add(point);
    }
    samples.add(points.isEmpty() ? BigDecimal.ZERO : points.getLast().add(BigDecimal.ONE));
    samples.add(null);
    try {
      long[] fixed =
          points.stream()
              .mapToLong(point -> point.movePointRight(scale).longValueExact())
              .toArray();
      return column(column, new NumberRegions(expression.withScale(scale), fixed), samples, words);
    } catch (ArithmeticException e) {
      throw new NotCompilable("numbers " + points);
    }
  }

  /** Regions of texts: each that the column mentions, all others, and null. */
  private Column texts(ColumnDraft column, int slot, int words) {
    List<Object> samples = new ArrayList<>(column.constants());
    int others = samples.size();
    int[] regionOfCode = new int[codes.size() + 1];
    Arrays.fill(regionOfCode, others);
    for (int region = 0; region < others; region++) {
      regionOfCode[codes.get((String) samples.get(region))] = region;
    }
    samples.add(ANOTHER_TEXT);
    samples.add(null);
    return column(column, new CodeRegions(slot, regionOfCode, others + 1), samples, words);
  }

  /**
   * @param samples a value of each region
   */
  private static Column column(
      ColumnDraft column, Regions regions, List<Object> samples, int words) {
    long[][] rows = new long[samples.size()][words];
    for (int region = 0; region < samples.size(); region++) {
      Object sample = isListed(column, samples.get(region)) ? samples.get(region) : null;
      for (int row = 0; row < column.cells().size(); row++) {
        if (column.cells().get(row).accepts(sample)) {
          rows[region][row / BITS] |= 1L << row;
        }
      }
    }
    return new Column(regions, rows);
  }

  /** A value that the model's list of input values does not have counts as null to Drools. */
  private static boolean isListed(ColumnDraft column, Object value) {
    return column.allowed().map(values -> values.accepts(value)).orElse(true);
  }

  private static QName typeOf(InformationItem variable, OutputClause output) {
    return Optional.ofNullable(variable)
        .map(InformationItem::getTypeRef)
        .or(() -> Optional.ofNullable(output.getTypeRef()))
        .orElseThrow(() -> new NotCompilable("untyped decision"));
  }

  private static Kind kind(QName type) {
    return switch (type == null ? "" : type.getLocalPart()) {
      case "number" -> Kind.NUMBER;
      case "string" -> Kind.TEXT;
      case "boolean" -> Kind.TRUTH;
      default -> throw new NotCompilable("type " + type);
    };
  }

  private static Kind kindOf(Object constant) {
    return switch (constant) {
      case BigDecimal number -> Kind.NUMBER;
      case String text -> Kind.TEXT;
      case Boolean truth -> Kind.TRUTH;
      default -> throw new NotCompilable("constant " + constant);
    };
  }
}
