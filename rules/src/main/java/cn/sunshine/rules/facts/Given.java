package cn.sunshine.rules.facts;

/** This field of the facts was sent. What is not given is missing, and missing is not "no". */
public record Given(String field) {}
