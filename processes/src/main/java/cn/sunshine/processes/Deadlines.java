package cn.sunshine.processes;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How every model keeps the term of a person's step ({@code NT-6}, {@code NT-16}, {@code NT-21}):
 * the step counts {@link Variables#DUE} and {@link Variables#DUE_SOON} in {@link
 * Variables#WORKDAYS} when it begins, and two timers on its boundary, which do not interrupt it,
 * fire at these moments.
 */
public final class Deadlines {

  private static final String PARAMETER = "term.";
  private static final Pattern USED = Pattern.compile("\\bterms\\.([a-z0-9_]+)");

  private Deadlines() {}

  /**
   * The key of a term in {@link Variables#TERMS}.
   *
   * @param parameter name of the pack's parameter, such as {@code term.group-review}
   */
  public static String key(String parameter) {
    return parameter.substring(PARAMETER.length()).replace('-', '_').replace('.', '_');
  }

  /**
   * The name of a term.
   *
   * @param step such as {@code group-review}
   */
  public static String parameter(String step) {
    return PARAMETER + step;
  }

  /** Whether a parameter of a pack is a term. */
  public static boolean isTerm(String parameter) {
    return parameter.startsWith(PARAMETER);
  }

  /** The boundary timer that fires when little of the term is left. */
  public static String dueSoonTimer(String task) {
    return task + "-due-soon";
  }

  /** The boundary timer that fires when the term is over. */
  public static String overdueTimer(String task) {
    return task + "-overdue";
  }

  /** The end event behind one of the timers, whose job tells that it has fired. */
  public static String told(String timer) {
    return timer + "-told";
  }

  /** The timer behind which an element is the end event; empty for every other element. */
  public static Optional<String> timerToldBy(String element) {
    return element.endsWith("-due-soon-told") || element.endsWith("-overdue-told")
        ? Optional.of(element.substring(0, element.length() - "-told".length()))
        : Optional.empty();
  }

  /** The keys of the terms that a model counts with. */
  static Set<String> keysIn(String xml) {
    return USED.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }
}
