package cn.sunshine.expert;

/**
 * Somebody who may be asked to appraise projects.
 *
 * @param county the code of the county that keeps the entry
 * @param home the village or township the expert comes from; empty when from elsewhere
 * @param interests names of units the expert has declared an interest in, separated by commas
 */
public record Expert(
    String id,
    String name,
    String unit,
    String specialty,
    String county,
    String home,
    String interests,
    boolean active) {}
