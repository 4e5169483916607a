/**
 * Comparison of a household's assets with what the bureaus know (NT-9, NT-26): the records loaded
 * from their exports, the queries with their confidential log, and the doubts that come of them
 * with the county's finding on each.
 */
package cn.sunshine.comparison;
