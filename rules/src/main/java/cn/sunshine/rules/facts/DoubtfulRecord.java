package cn.sunshine.rules.facts;

/** The record at this position has assets over the free number. Derived by the rules. */
public record DoubtfulRecord(int position) {}
