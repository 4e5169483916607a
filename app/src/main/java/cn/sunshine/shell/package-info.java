/**
 * The house in which all screens live: the layouts for officials and for the public, log-in, error
 * pages, navigation and search, and the pieces that every screen is made of, so that a deadline, an
 * amount or a masked ID number looks the same everywhere.
 *
 * <p>Screens belong to their capability and use this package; this package knows none of them. They
 * appear in the navigation by their {@code @Menu} annotation and speak to the shell through small
 * interfaces: {@link cn.sunshine.shell.MenuBadge} for counts, {@link
 * cn.sunshine.shell.SearchSource} for the search field.
 *
 * <p>Colour says state only, and never alone: an icon or a word always stands beside it.
 */
package cn.sunshine.shell;
