package cn.sunshine.sandbox;

import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A question and the exit that a way takes: finds answers of earlier steps that lead there. */
final class Fork {

  /** Enough for a question about four variables. */
  private static final int MOST_TRIES = 20_000;

  private final Optional<Expression> wanted;
  private final List<Expression> others = new ArrayList<>();
  private final Map<List<List<Optional<Object>>>, Optional<List<Optional<Object>>>> solved =
      new HashMap<>();

  Fork(ExclusiveGateway gateway, String exit) {
    Optional<Expression> own = Optional.empty();
    for (SequenceFlow flow : gateway.getOutgoing()) {
      Optional<Expression> condition =
          flow.equals(gateway.getDefault())
              ? Optional.empty()
              : Optional.ofNullable(flow.getConditionExpression())
                  .map(ConditionExpression::getTextContent)
                  .map(Expression::new);
      if (flow.getId().equals(exit)) {
        own = condition;
      } else {
        condition.ifPresent(others::add);
      }
    }
    wanted = own;
  }

  private Stream<Expression> all() {
    return Stream.concat(wanted.stream(), others.stream());
  }

  /** The variables that it asks for. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    all().map(Expression::names).forEach(names::addAll);
    return names;
  }

  /**
   * Chooses answers so that the way takes its exit, rather such that no other exit would do.
   *
   * @return whether there are any
   */
  boolean choose(Map<String, Source> sources) {
    List<String> names = List.copyOf(names());
    Set<Object> literals = new LinkedHashSet<>();
    all().map(Expression::literals).forEach(literals::addAll);
    List<List<Optional<Object>>> candidates =
        names.stream().map(name -> candidates(sources.get(name), literals)).toList();
    Optional<List<Optional<Object>>> found =
        solved.computeIfAbsent(candidates, all -> solution(names, all));
    found.ifPresent(values -> bind(names, values, sources));
    return found.isPresent();
  }

  private Optional<List<Optional<Object>>> solution(
      List<String> names, List<List<Optional<Object>>> candidates) {
    Predicate<Map<String, Object>> allowed =
        values -> wanted.map(condition -> condition.holds(values)).orElse(true);
    Predicate<Map<String, Object>> alone =
        values -> others.stream().noneMatch(condition -> condition.holds(values));
    // The exit without a condition is only taken when no other is.
    return first(names, candidates, allowed.and(alone))
        .or(() -> wanted.isPresent() ? first(names, candidates, allowed) : Optional.empty());
  }

  private static Optional<List<Optional<Object>>> first(
      List<String> names,
      List<List<Optional<Object>>> candidates,
      Predicate<Map<String, Object>> wanted) {
    int[] at = new int[names.size()];
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      List<Optional<Object>> values = new ArrayList<>();
      Map<String, Object> context = new HashMap<>();
      for (int i = 0; i < at.length; i++) {
        Optional<Object> value = candidates.get(i).get(at[i]);
        values.add(value);
        value.ifPresent(one -> context.put(names.get(values.size() - 1), one));
      }
      if (wanted.test(context)) {
        return Optional.of(values);
      }
      if (!advance(at, candidates)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean advance(int[] at, List<? extends Collection<?>> candidates) {
    for (int i = at.length - 1; i >= 0; i--) {
      if (++at[i] < candidates.get(i).size()) {
        return true;
      }
      at[i] = 0;
    }
    return false;
  }

  private static List<Optional<Object>> candidates(Source source, Set<Object> literals) {
    return switch (source) {
      case null -> List.of(Optional.empty());
      case Source.Fixed fixed -> List.of(fixed.value());
      case Source.Answered(Answer answer) ->
          answer.isOpen() ? anything(literals) : answer.values().stream().map(Fork::value).toList();
      case Source.Collected(Answer answer) ->
          (answer.isOpen() ? literals : answer.values())
              .stream().map(one -> Optional.<Object>of(List.of(one, one, one))).toList();
      case Source.Computed computed -> anything(literals);
    };
  }

  private static Optional<Object> value(Object value) {
    return Optional.of(value);
  }

  private static List<Optional<Object>> anything(Set<Object> literals) {
    List<Optional<Object>> values = new ArrayList<>(literals.stream().map(Fork::value).toList());
    values.addAll(List.of(value(true), value(false), value("other"), value(List.of())));
    values.add(Optional.empty());
    return values;
  }

  private static void bind(
      List<String> names, List<Optional<Object>> values, Map<String, Source> sources) {
    for (int i = 0; i < names.size(); i++) {
      Optional<Object> value = values.get(i);
      switch (sources.get(names.get(i))) {
        case Source.Answered(Answer answer) -> value.ifPresent(answer::choose);
        case Source.Collected(Answer answer) ->
            value.ifPresent(list -> answer.choose(((List<?>) list).getFirst()));
        case null, default -> {
          // Nobody has a choice there.
        }
      }
    }
  }
}
