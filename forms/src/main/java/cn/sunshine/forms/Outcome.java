package cn.sunshine.forms;

/**
 * One way to decide a task, as the form declares it under {@code sunshine.outcomes}.
 *
 * @param value what the process and the REST interface call it, for example {@code approve}
 * @param label what the button says, for example 同意
 * @param commentRequired whether the person must give a reason
 */
public record Outcome(String value, String label, boolean commentRequired) {}
