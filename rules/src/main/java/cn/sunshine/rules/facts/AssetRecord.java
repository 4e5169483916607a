package cn.sunshine.rules.facts;

/**
 * One record that a comparison found.
 *
 * @param position order in which the records were given, from 0
 * @param ownCounty in the household's own county; false when either region is unknown
 * @param count how many of the kind the record stands for
 * @param description as the bureau wrote it; blank when it wrote nothing
 */
public record AssetRecord(
    int position, String item, boolean ownCounty, int count, String description) {}
