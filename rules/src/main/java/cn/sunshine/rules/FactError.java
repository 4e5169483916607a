package cn.sunshine.rules;

/**
 * What is wrong with one field of the facts.
 *
 * @param path such as {@code assets[0].count}
 * @param message Chinese; never repeats the value that was sent
 */
public record FactError(String path, String message) {}
