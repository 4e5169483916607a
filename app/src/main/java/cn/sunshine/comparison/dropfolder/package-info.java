/**
 * The first comparison source: CSV exports of the bureaus, dropped into a folder, checked line by
 * line and loaded whole or not at all.
 */
package cn.sunshine.comparison.dropfolder;
