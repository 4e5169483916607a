package cn.sunshine.processes;

/**
 * Comparison of a household's assets (家庭经济信息比对), policy {@code NT-9}, {@code NT-26}, called by the
 * packs' processes: the ids of its model that Java speaks of.
 */
public final class AssetComparison {

  /** BPMN process id. */
  public static final String PROCESS_ID = "asset-comparison";

  /** User task 市级比对, for assets outside the county. */
  public static final String CITY_COMPARISON = "city-comparison";

  /** User task 调查核实存疑问题. */
  public static final String DOUBT_INVESTIGATION = "doubt-investigation";

  /** {@link Headers#SCOPE}: records inside the county. */
  public static final String COUNTY_SCOPE = "county";

  /** {@link Headers#SCOPE}: records that the city sees. */
  public static final String CITY_SCOPE = "city";

  private AssetComparison() {}
}
