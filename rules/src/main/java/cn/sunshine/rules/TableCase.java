package cn.sunshine.rules;

import java.util.Map;

/**
 * A test case of a decision model: what it must answer to what.
 *
 * @param inputs by the id of the input; numbers, texts and truths; what is left out is not known
 * @param expected by the id of the decision; decisions that are left out do not matter
 */
public record TableCase(String name, Map<String, Object> inputs, Map<String, Object> expected) {

  /**
   * What became of it.
   *
   * @param problem why it did not pass, in Chinese; blank when it passed
   */
  public record Result(TableCase of, String problem) {
    public boolean passed() {
      return problem.isEmpty();
    }
  }
}
