package cn.sunshine.rules.facts;

/** The pack compares assets of this kind; assets of other kinds are no doubts here. */
public record ComparedItem(String item) {}
