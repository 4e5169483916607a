package cn.sunshine.comparison;

import java.util.List;

/**
 * What the sources know, within the scope of the query.
 *
 * @param records for {@link ComparisonScope#COUNTY} those in the county of the case, for {@link
 *     ComparisonScope#CITY} all, wherever the asset is
 * @param recordsElsewhere whether the persons have anything outside the county of the case: then
 *     the city has to compare
 */
public record ComparisonAnswer(List<AssetRecord> records, boolean recordsElsewhere) {

  public ComparisonAnswer {
    records = List.copyOf(records);
  }
}
