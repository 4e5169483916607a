package cn.sunshine.rules;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.ast.InputDataNode;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.internal.io.ResourceFactory;

/**
 * A compiled DMN model. Inputs and decisions are addressed by id, so that their Chinese names can
 * be changed freely. Safe for many threads.
 */
final class DecisionModel {
  private static final String ROWS = "rows";
  private static final Pattern ARTICLE = Pattern.compile("\\b[A-Z]{2}-\\d+(\\.\\d+)?");

  private final DMNRuntime runtime;
  private final DMNModel model;
  private final Map<String, String> inputNames;
  private final Map<String, Row> rows;

  /**
   * The row of a decision table that decided.
   *
   * @param policy the first article that the row's annotation names, such as {@code NT-8}; blank
   *     when it names none
   */
  record Row(String decision, String id, String policy) {}

  /**
   * What the model says: the value of each decision and the row it comes from, by the decision's
   * id.
   */
  record Answer(Map<String, Object> values, Map<String, Row> rows) {
    Optional<String> text(String decision) {
      return values.get(decision) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Row> row(String decision) {
      return Optional.ofNullable(rows.get(decision));
    }
  }

  private DecisionModel(DMNRuntime runtime, DMNModel model) {
    this.runtime = runtime;
    this.model = model;
    inputNames =
        model.getInputs().stream()
            .collect(Collectors.toMap(InputDataNode::getId, InputDataNode::getName));
    rows =
        model.getDefinitions().findAllChildren(Decision.class).stream()
            .flatMap(DecisionModel::rowsOf)
            .collect(Collectors.toMap(Row::id, row -> row));
    runtime.addListener(
        new DMNRuntimeEventListener() {
          @Override
          public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            noteDecidingRow(event);
          }
        });
  }

  /** Compiles a model; {@code place} names it in problems. */
  static DecisionModel compile(String place, String xml) {
    List<String> problems = problemsOf(xml);
    if (!problems.isEmpty()) {
      throw new InvalidPack(place, problems);
    }
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .setRootClassLoader(new AllowedClasses(DecisionModel.class.getClassLoader()))
            .buildConfiguration()
            .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml))))
            .getOrElseThrow(e -> new InvalidPack(place, List.of("决策模型无法编译：" + e.getMessage())));
    DMNModel model = runtime.getModels().getFirst();
    if (model.hasErrors()) {
      throw new InvalidPack(
          place,
          model.getMessages(DMNMessage.Severity.ERROR).stream().map(DMNMessage::getText).toList());
    }
    return new DecisionModel(runtime, model);
  }

  private static List<String> problemsOf(String xml) {
    List<String> hostile =
        DmnModelCheck.problemsOf(xml).stream().map(DmnModelCheck.Problem::words).toList();
    if (!hostile.isEmpty()) {
      return hostile;
    }
    try {
      return TableLanguage.problemsOf(TableCheck.read(xml));
    } catch (RuntimeException unreadable) {
      return List.of("决策模型不完整，无法读取");
    }
  }

  /**
   * The same tables compiled, for screening many households.
   *
   * @throws NotCompilable when the model uses something that the compiler does not know
   */
  CompiledModel compiled() {
    return ModelCompiler.compile(model.getDefinitions());
  }

  /** Evaluates all decisions. A decision that no row answers is absent from the answer. */
  Answer evaluate(Map<String, Object> inputsById) {
    DMNContext context = runtime.newContext();
    inputsById.forEach((id, value) -> context.set(inputNames.get(id), value));
    Map<String, Row> decidingRows = new ConcurrentHashMap<>();
    context.getMetadata().set(ROWS, decidingRows);
    DMNResult result = runtime.evaluateAll(model, context);
    return new Answer(
        result.getDecisionResults().stream()
            .filter(decision -> decision.getResult() != null)
            .collect(
                Collectors.toMap(DMNDecisionResult::getDecisionId, DMNDecisionResult::getResult)),
        decidingRows);
  }

  // The runtime is shared between threads; the evaluation's own context carries its notes.
  @SuppressWarnings("unchecked")
  private void noteDecidingRow(AfterEvaluateDecisionTableEvent event) {
    Map<String, Row> decidingRows =
        (Map<String, Row>) event.getResult().getContext().getMetadata().get(ROWS);
    event.getSelectedIds().stream()
        .map(rows::get)
        .filter(Objects::nonNull)
        .forEach(row -> decidingRows.put(row.decision(), row));
  }

  private static Stream<Row> rowsOf(Decision decision) {
    if (!(decision.getExpression() instanceof DecisionTable table)) {
      return Stream.empty();
    }
    return table.getRule().stream()
        .map(rule -> new Row(decision.getId(), rule.getId(), policy(rule)));
  }

  // dmn-js shows and edits a row's description as its annotation.
  private static String policy(DecisionRule rule) {
    Matcher article = ARTICLE.matcher(Objects.requireNonNullElse(rule.getDescription(), ""));
    return article.find() ? article.group() : "";
  }
}
