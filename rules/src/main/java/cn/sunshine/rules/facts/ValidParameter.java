package cn.sunshine.rules.facts;

/** A parameter with this name is valid on the day in question and can be read. */
public record ValidParameter(String name) {}
