package cn.sunshine.rules.facts;

/**
 * The record at this position raises no doubt, because its description says so. Derived by the
 * rules.
 */
public record ExemptRecord(int position) {}
