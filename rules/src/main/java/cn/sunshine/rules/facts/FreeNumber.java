package cn.sunshine.rules.facts;

/** So many assets of this kind raise no doubt. */
public record FreeNumber(String item, int number) {}
