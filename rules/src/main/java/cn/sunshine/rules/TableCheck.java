package cn.sunshine.rules;

import static cn.sunshine.rules.TableFault.error;
import static cn.sunshine.rules.TableFault.warning;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.backend.marshalling.v1x.DMNMarshallerFactory;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.Definitions;
import org.kie.dmn.model.api.InformationRequirement;
import org.kie.dmn.model.api.InputData;

/**
 * What is wrong with a decision model that policy staff have written. It may say no more than
 * tables can: names, numbers, texts and truths, sums of numbers, and tests against constants.
 * Loops, functions and everything else that could reach out, run on or grow are not in that
 * language, so that evaluating what has passed takes bounded time and memory.
 *
 * <p>The model keeps the interface of the one it is to replace: its inputs are those that the
 * system gives, and its decisions answer what the system reads.
 */
public final class TableCheck {
  private static final int MOST_DECISIONS = 20;
  private static final int MOST_ROWS = 500;
  private static final int MOST_COLUMNS = 20;

  private final List<TableFault> faults = new ArrayList<>();

  private TableCheck() {}

  /**
   * Checks a model, whatever the text is.
   *
   * @param model XML from a stranger
   * @param shipped the model whose place it takes
   * @throws CheckStopped when the thread was interrupted: it took too long for whoever waits
   */
  public static List<TableFault> of(String model, String shipped) {
    List<DmnModelCheck.Problem> hostile = DmnModelCheck.problemsOf(model);
    if (!hostile.isEmpty()) {
      // Whoever shows a fault at its cell says where that is.
      return hostile.stream()
          .map(
              problem ->
                  problem.element().isEmpty()
                      ? error("", problem.words())
                      : error(problem.element(), problem.what()))
          .toList();
    }
    TableCheck check = new TableCheck();
    try {
      check.check(read(model), read(shipped));
      if (check.isSound()) {
        check.compile(model);
      }
    } catch (CheckStopped stopped) {
      throw stopped;
    } catch (RuntimeException | StackOverflowError e) {
      // Whatever the parser stumbles over is not a table; what it says of it is not for people.
      check.faults.add(error("", "无法读取决策表：文件不完整，或者用了这里没有的写法。请从现行版本重新修改。"));
    }
    return List.copyOf(check.faults);
  }

  /**
   * @throws IllegalArgumentException when Drools cannot read it
   */
  static Definitions read(String model) {
    Definitions definitions =
        DMNMarshallerFactory.newDefaultMarshaller().unmarshal(new StringReader(model));
    if (definitions == null) {
      throw new IllegalArgumentException("not a decision model");
    }
    return definitions;
  }

  private void check(Definitions model, Definitions shipped) {
    checkInterface(model, shipped);
    List<Decision> decisions = elements(model, Decision.class);
    if (decisions.size() > MOST_DECISIONS) {
      faults.add(error("", "决策太多：%d 个，最多 %d 个。".formatted(decisions.size(), MOST_DECISIONS)));
      return;
    }
    Map<String, String> typesById = types(model);
    for (Decision decision : decisions) {
      if (!(decision.getExpression() instanceof DecisionTable table)) {
        faults.add(error(decision.getId(), "“%s”不是决策表：这里只能用决策表。".formatted(decision.getName())));
      } else if (!decision.getKnowledgeRequirement().isEmpty()) {
        faults.add(error(decision.getId(), "“%s”引用了业务知识模型，这里不能用。".formatted(decision.getName())));
      } else if (table.getRule().size() > MOST_ROWS || table.getInput().size() > MOST_COLUMNS) {
        faults.add(
            error(
                table.getId(),
                "“%s”太大：最多 %d 行、%d 个条件列。".formatted(decision.getName(), MOST_ROWS, MOST_COLUMNS)));
      } else {
        faults.addAll(TableContent.check(decision, table, names(decision, model, typesById)));
      }
    }
    if (isSound()) {
      checkChoices(model, shipped);
    }
  }

  private boolean isSound() {
    return faults.stream().noneMatch(fault -> fault.severity() == TableFault.Severity.ERROR);
  }

  /** The names that a decision's table may use, with their types. */
  private static Map<String, String> names(
      Decision decision, Definitions model, Map<String, String> typesById) {
    Map<String, String> nameById =
        model.getDrgElement().stream()
            .collect(Collectors.toMap(DRGElement::getId, DRGElement::getName, (one, same) -> one));
    Map<String, String> names = new HashMap<>();
    for (InformationRequirement requirement : decision.getInformationRequirement()) {
      Optional.ofNullable(requirement.getRequiredInput())
          .or(() -> Optional.ofNullable(requirement.getRequiredDecision()))
          .map(reference -> reference.getHref().substring(1))
          .filter(nameById::containsKey)
          .ifPresent(id -> names.put(nameById.get(id), typesById.getOrDefault(id, "")));
    }
    return names;
  }

  private static Map<String, String> types(Definitions model) {
    Map<String, String> types = new HashMap<>();
    elements(model, InputData.class)
        .forEach(input -> types.put(input.getId(), type(input.getVariable())));
    elements(model, Decision.class)
        .forEach(decision -> types.put(decision.getId(), type(decision.getVariable())));
    return types;
  }

  private static String type(org.kie.dmn.model.api.InformationItem variable) {
    return variable == null || variable.getTypeRef() == null
        ? ""
        : variable.getTypeRef().getLocalPart();
  }

  private void checkInterface(Definitions model, Definitions shipped) {
    Map<String, String> known = types(shipped);
    Map<String, String> given = types(model);
    Set<String> shippedInputs =
        elements(shipped, InputData.class).stream()
            .map(InputData::getId)
            .collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    for (DRGElement element : model.getDrgElement()) {
      if (!names.add(element.getName())) {
        faults.add(error(element.getId(), "有两个都叫“%s”，请改名。".formatted(element.getName())));
      }
      switch (element) {
        case InputData input when !shippedInputs.contains(input.getId()) ->
            faults.add(
                error(
                    input.getId(),
                    "没有名为“%s”的输入：系统只提供 %s。"
                        .formatted(
                            input.getName(),
                            elements(shipped, InputData.class).stream()
                                .map(InputData::getName)
                                .collect(Collectors.joining("、")))));
        case InputData input when !given.get(input.getId()).equals(known.get(input.getId())) ->
            faults.add(error(input.getId(), "输入“%s”的类型不能改。".formatted(input.getName())));
        case InputData input -> {
          // as it was
        }
        case Decision decision -> {
          // looked at below and in its table
        }
        default ->
            faults.add(error(element.getId(), "“%s”不是输入也不是决策，这里不能用。".formatted(element.getName())));
      }
    }
    for (Decision wanted : elements(shipped, Decision.class)) {
      if (!given.containsKey(wanted.getId())) {
        faults.add(error("", "缺少决策“%s”，系统要读它的结论。".formatted(wanted.getName())));
      } else if (!given.get(wanted.getId()).equals(known.get(wanted.getId()))) {
        faults.add(error(wanted.getId(), "决策“%s”的结论类型不能改。".formatted(wanted.getName())));
      } else {
        checkAnswers(model, wanted);
      }
    }
  }

  /** The system gives the values that the shipped table lists: a column must not refuse them. */
  private void checkChoices(Definitions model, Definitions shipped) {
    Map<String, TableInput> given =
        TableInput.of(model).stream()
            .collect(Collectors.toMap(TableInput::id, input -> input, (one, same) -> one));
    TableInput.of(shipped).stream()
        .filter(wanted -> given.containsKey(wanted.id()))
        .forEach(
            wanted ->
                wanted.choices().keySet().stream()
                    .filter(value -> !given.get(wanted.id()).allows(value))
                    .forEach(
                        value ->
                            faults.add(
                                error(
                                    wanted.id(),
                                    "“%s”允许的值里少了“%s”：系统会给出它，请补上。"
                                        .formatted(wanted.name(), value)))));
  }

  /** What the system acts on is a fixed list of answers: a new word would mean nothing to it. */
  private void checkAnswers(Definitions model, Decision shipped) {
    AnswerRange.of(shipped)
        .ifPresent(
            range ->
                elements(model, Decision.class).stream()
                    .filter(decision -> decision.getId().equals(shipped.getId()))
                    .map(Decision::getExpression)
                    .filter(DecisionTable.class::isInstance)
                    .forEach(table -> faults.addAll(range.check((DecisionTable) table))));
    Set<Object> understood = new HashSet<>(TableContent.outputValues(shipped));
    if (understood.isEmpty() || isRequiredByOthers(model, shipped.getId())) {
      return;
    }
    elements(model, Decision.class).stream()
        .filter(decision -> decision.getId().equals(shipped.getId()))
        .filter(decision -> decision.getExpression() instanceof DecisionTable)
        .forEach(
            decision ->
                TableContent.outputValues(decision).stream()
                    .filter(value -> !understood.contains(value))
                    .forEach(
                        value ->
                            faults.add(
                                error(
                                    decision.getId(),
                                    "“%s”的结论里有系统不认识的“%s”，只能是 %s。"
                                        .formatted(decision.getName(), value, understood)))));
  }

  private static boolean isRequiredByOthers(Definitions model, String id) {
    return elements(model, Decision.class).stream()
        .flatMap(decision -> decision.getInformationRequirement().stream())
        .anyMatch(
            requirement ->
                requirement.getRequiredDecision() != null
                    && requirement.getRequiredDecision().getHref().equals("#" + id));
  }

  /**
   * At last Drools itself compiles it: what passes here will not be refused when it is released.
   */
  private void compile(String model) {
    try {
      DecisionModel compiled = DecisionModel.compile("", model);
      compiled.compiled();
    } catch (InvalidPack e) {
      faults.add(error("", "决策表无法编译：" + e.getMessage()));
    } catch (NotCompilable e) {
      faults.add(warning("", "这张表试算时较慢。"));
    }
  }

  private static <T> List<T> elements(Definitions model, Class<T> type) {
    return model.getDrgElement().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
