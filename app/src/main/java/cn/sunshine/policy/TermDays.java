package cn.sunshine.policy;

import cn.sunshine.processes.Deadlines;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.RuleVersion;
import cn.sunshine.rules.TableInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * How many working days the steps of a process have. Complaints and requests for help have them by
 * the pack's decision table {@code request-terms} (NT-21, NT-24), by kind of request and step;
 * whatever that table does not name is a parameter {@code term.…}.
 */
@Service
public class TermDays {

  private static final String TABLE = "request-terms";
  private static final String KIND = "kind";
  private static final String STEP = "step";

  private final Packs packs;
  private final Decisions decisions;
  private final Clock clock;

  TermDays(Packs packs, Decisions decisions, Clock clock) {
    this.packs = packs;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * The terms that steps of a process can have, by name, such as {@code term.reply}, with their
   * working days on the day of the moment.
   *
   * @param process the plain id of the process
   */
  public Map<String, Integer> of(String pack, String process, Instant at) {
    Rulebook book = packs.rulebook(pack);
    LocalDate day = at.atZone(clock.getZone()).toLocalDate();
    Map<String, Integer> terms = new TreeMap<>();
    book.pack().parameters().stream()
        .filter(parameter -> Deadlines.isTerm(parameter.name()) && parameter.isValidOn(day))
        .forEach(parameter -> terms.put(parameter.name(), parameter.number()));
    steps(book, process)
        .keySet()
        .forEach(step -> days(book, process, step, day).ifPresent(n -> terms.put(name(step), n)));
    return terms;
  }

  /**
   * The working days of one term.
   *
   * @param term such as {@code term.reply}
   * @throws IllegalStateException when neither the table nor a parameter says
   */
  public int of(String pack, String process, String term, Instant at) {
    return Optional.ofNullable(of(pack, process, at).get(term))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pack %s has no %s for %s at %s".formatted(pack, term, process, at)));
  }

  /** What the table calls the terms that it names for a process, by their names. */
  public Map<String, String> titles(String pack, String process) {
    Map<String, String> titles = new LinkedHashMap<>();
    steps(packs.rulebook(pack), process).forEach((step, title) -> titles.put(name(step), title));
    return titles;
  }

  private static String name(String step) {
    return Deadlines.parameter(step);
  }

  private static Map<String, String> steps(Rulebook book, String process) {
    Optional<RuleVersion> table = book.ruleSet(TABLE);
    boolean named =
        table.flatMap(rules -> input(rules, KIND)).filter(kind -> kind.allows(process)).isPresent();
    return named
        ? table.flatMap(rules -> input(rules, STEP)).map(TableInput::choices).orElse(Map.of())
        : Map.of();
  }

  private static Optional<TableInput> input(RuleVersion rules, String id) {
    return rules.inputs().stream().filter(input -> input.id().equals(id)).findFirst();
  }

  private Optional<Integer> days(Rulebook book, String process, String step, LocalDate day) {
    String answer =
        decisions.evaluate(TABLE, book, day, Map.of(KIND, process, STEP, step)).outcome();
    return answer.matches("[1-9]\\d{0,3}")
        ? Optional.of(Integer.parseInt(answer))
        : Optional.empty();
  }

  /** The longest term of a process, whenever it is valid: so far ahead must the calendar reach. */
  public int longest(String pack, String process) {
    int parameters =
        packs.rulebook(pack).pack().parameters().stream()
            .filter(parameter -> Deadlines.isTerm(parameter.name()))
            .mapToInt(Parameter::number)
            .max()
            .orElse(0);
    return of(pack, process, clock.instant()).values().stream()
        .mapToInt(Integer::intValue)
        .reduce(parameters, Math::max);
  }
}
