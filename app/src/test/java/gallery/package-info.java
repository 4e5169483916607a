/**
 * The pieces of the shell on a few pages, without database and engine, so that they can be looked
 * at and tried in a real browser. Lies outside {@code cn.sunshine} so that tests of the whole
 * application do not find these pages.
 */
package gallery;
