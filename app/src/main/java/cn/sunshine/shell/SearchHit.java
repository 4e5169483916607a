package cn.sunshine.shell;

/**
 * Something found by the search field.
 *
 * @param kind what it is, in one word: 案件, 低收入户, 页面
 * @param title what it is called
 * @param detail what tells it apart, without personal data that the searcher may not see; may be
 *     empty
 * @param path where it is, relative to the application: {@code cases/NT-2026-000318}
 */
public record SearchHit(String kind, String title, String detail, String path) {}
