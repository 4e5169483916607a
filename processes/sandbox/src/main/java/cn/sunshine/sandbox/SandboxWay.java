package cn.sunshine.sandbox;

import java.util.List;

/**
 * One way through the draft and what became of the case that took it.
 *
 * @param number from 1
 * @param of how many ways there are
 * @param title what the way is tried for, in Chinese
 * @param steps the steps and the end that it passes, by their Chinese names
 * @param drawn ids of the elements and flows that the way was to pass
 * @param taken ids of the elements and flows that the case passed
 * @param outcome how it ended
 * @param stopped id of the element at which it stopped or turned off; empty when it did not
 * @param words what happened, in Chinese; empty when all is well
 */
public record SandboxWay(
    int number,
    int of,
    String title,
    List<String> steps,
    List<String> drawn,
    List<String> taken,
    Outcome outcome,
    String stopped,
    String words) {

  /** How a case on its way ended. */
  public enum Outcome {
    /** It reached its end. */
    GOOD,
    /** It went on no further. */
    STUCK,
    /** It went on, but not along the way as drawn. */
    ELSEWHERE
  }

  /** Whether the case got where the drawing leads. */
  public boolean isGood() {
    return outcome == Outcome.GOOD;
  }
}
