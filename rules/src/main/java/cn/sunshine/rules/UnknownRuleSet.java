package cn.sunshine.rules;

/** No such pack, or the pack has no such rule set. The message is Chinese. */
public final class UnknownRuleSet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownRuleSet(String message) {
    super(message);
  }
}
