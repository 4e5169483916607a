/**
 * Supervision (督查) of terms (NT-21, NT-24): for the supervisors of a region, how many tasks stand
 * how against their terms, by area, chain, step and office, how punctual the past weeks were, and a
 * way to urge. Counts come from the inbox; who may look where is decided here, by role and region.
 * What it shows as pages it also tells to Prometheus.
 */
package cn.sunshine.supervision;
