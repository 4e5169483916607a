package cn.sunshine.problem;

import java.util.List;

/** A request that the system declines, with a sentence for the person who made it. */
public abstract sealed class Refusal extends RuntimeException {

  private Refusal(String sentence) {
    super(sentence);
  }

  /** What is wrong and what to do, in Chinese. */
  public String sentence() {
    return getMessage();
  }

  /** What was asked for does not exist, or must not be known to exist by who asks. */
  public static final class NotFound extends Refusal {
    public NotFound(String sentence) {
      super(sentence);
    }
  }

  /** The role or the region does not allow it. */
  public static final class Forbidden extends Refusal {
    public Forbidden(String sentence) {
      super(sentence);
    }
  }

  /** It was allowed once, but the state of things has moved on. */
  public static final class Conflict extends Refusal {
    public Conflict(String sentence) {
      super(sentence);
    }
  }

  /** What was sent in is not right; each fault names its field. */
  public static final class Invalid extends Refusal {

    private final transient List<FieldFault> faults;

    public Invalid(String sentence) {
      this(sentence, List.of());
    }

    public Invalid(String sentence, List<FieldFault> faults) {
      super(sentence);
      this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
      return faults;
    }
  }

  /** One fault: the path of the field, such as {@code members[0].idNumber}, and a sentence. */
  public record FieldFault(String field, String message) {}
}
