package cn.sunshine.inbox;

import java.util.Map;

/**
 * What somebody decided on a task.
 *
 * @param outcome one of the outcomes that the task's form names
 * @param comment what the person says to it; empty when nothing
 * @param data the answers of the form
 */
public record Decision(String outcome, String comment, Map<String, Object> data) {

  public static final String APPROVE = "approve";
  public static final String REJECT = "reject";
  public static final String RETURN = "return";

  public Decision {
    comment = comment == null ? "" : comment.strip();
    data = data == null ? Map.of() : data;
  }
}
