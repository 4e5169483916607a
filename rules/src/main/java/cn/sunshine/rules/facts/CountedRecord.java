package cn.sunshine.rules.facts;

/** An asset record that counts: of a compared kind and not exempt. Derived by the rules. */
public record CountedRecord(int position, String item, boolean ownCounty, int count) {}
