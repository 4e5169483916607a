/**
 * Everything leaves a trace (JY-17, YC-1): who did what, when, with which evidence. Entries are
 * append-only (the database refuses anything else) and chained by hash within their stream, so that
 * tampering below the database shows as well.
 */
package cn.sunshine.audit;
