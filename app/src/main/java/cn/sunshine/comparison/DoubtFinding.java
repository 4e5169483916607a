package cn.sunshine.comparison;

/**
 * The county's finding on a doubt (NT-9).
 *
 * @param doubt the doubt's id
 * @param upheld whether the doubt is true
 * @param note what was found and on which evidence; may be empty
 */
public record DoubtFinding(String doubt, boolean upheld, String note) {}
