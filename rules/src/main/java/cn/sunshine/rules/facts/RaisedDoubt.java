package cn.sunshine.rules.facts;

/**
 * A doubt raised by an earlier comparison.
 *
 * @param position order in which the doubts were given, from 0
 */
public record RaisedDoubt(int position, Verdict verdict) {

  /** What the investigation found (NT-9). */
  public enum Verdict {
    OPEN,
    UPHELD,
    DISMISSED
  }
}
