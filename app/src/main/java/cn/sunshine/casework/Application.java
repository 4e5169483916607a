package cn.sunshine.casework;

import java.util.Map;

/**
 * What somebody applies with, checked.
 *
 * @param data the answers of the application form
 * @param subject one line for lists
 * @param searchText names and ID numbers it is found by
 */
public record Application(Map<String, Object> data, String subject, String searchText) {}
