package cn.sunshine.rules.facts;

/**
 * Records of this kind whose description contains the word raise no doubt, such as 居民 for the
 * residents' scheme.
 */
public record ExemptWord(String item, String word) {}
