package cn.sunshine.rules.facts;

import java.util.ArrayList;
import java.util.List;
import org.kie.api.runtime.rule.RuleContext;

/**
 * What the rules conclude in one evaluation; the rules' only way to speak. Not shared between
 * threads.
 */
public final class Conclusions {

  /** What missing data keeps from being judged. */
  public enum Subject {
    INCOME,
    COMPARISON
  }

  /** Something without which the subject cannot be judged: a field of the facts or a parameter. */
  public record Missing(Subject subject, String rule, String policy, String what) {}

  /**
   * Assets over the free number within one record.
   *
   * @param number how many of the record's assets are doubtful, at least one
   * @param before how many of the kind were counted before this record
   * @param free the free number
   */
  public record Doubtful(
      String rule, String policy, int position, int number, int before, int free) {}

  /** The comparison as a whole. */
  public record Comparison(String rule, String policy) {}

  /** A doubt raised earlier, by its position. */
  public record Doubt(String rule, String policy, int position) {}

  private final List<Missing> missing = new ArrayList<>();
  private final List<Doubtful> doubtful = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /** Called by rules: without {@code what} the income cannot be judged. */
  public void missingForIncome(RuleContext rule, String policy, String what) {
    missing.add(new Missing(Subject.INCOME, name(rule), policy, what));
  }

  /** Called by rules: without {@code what} the comparison cannot be judged. */
  public void missingForComparison(RuleContext rule, String policy, String what) {
    missing.add(new Missing(Subject.COMPARISON, name(rule), policy, what));
  }

  /** Called by rules: after {@code before} others this record goes over the free number. */
  public void overFreeNumber(
      RuleContext rule, String policy, CountedRecord record, int before, int free) {
    int number = record.count() - Math.max(0, free - before);
    doubtful.add(new Doubtful(name(rule), policy, record.position(), number, before, free));
  }

  /** Called by rules: something to say about the comparison as a whole. */
  public void comparison(RuleContext rule, String policy) {
    comparisons.add(new Comparison(name(rule), policy));
  }

  /** Called by rules: something to say about a doubt raised earlier. */
  public void doubt(RuleContext rule, String policy, int position) {
    doubts.add(new Doubt(name(rule), policy, position));
  }

  /** How many things are missing to judge the subject. */
  public long countMissing(Subject subject) {
    return missing.stream().filter(one -> one.subject() == subject).count();
  }

  /** Everything missing. */
  public List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** Records with assets over the free number, in no particular order. */
  public List<Doubtful> doubtful() {
    return List.copyOf(doubtful);
  }

  /** What there is to say about the comparison as a whole. */
  public List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  /** What there is to say about doubts raised earlier, in no particular order. */
  public List<Doubt> doubts() {
    return List.copyOf(doubts);
  }

  private static String name(RuleContext rule) {
    return rule.getRule().getName();
  }
}
