package cn.sunshine.trialrun;

/** What a change means, seen from the outcome that the rule set is about. */
public enum ChangeKind {
  /** The outcome that matters is reached now and was not before. */
  GAINED,
  /** It was reached and is not any more. */
  LOST,
  /** Another change, such as a doubt that comes up. */
  OTHER
}
