package cn.sunshine.forms;

/**
 * One fault in the answers to a form.
 *
 * @param path where it is, for example {@code head.idNumber} or {@code members[1].name} (rows count
 *     from 0); empty when the answers as a whole are wrong
 * @param message a Chinese sentence that says what is wrong and what to do; it never repeats the
 *     answer, which may be personal data
 */
public record FieldError(String path, String message) {}
