package cn.sunshine.rules;

import java.util.Arrays;
import java.util.Optional;

/**
 * A kind of asset that a comparison can find (NT-9, JY-1, YC-1). Which of them count is a parameter
 * of the pack.
 */
public enum AssetItem {
  VEHICLE("vehicle", "车辆", "辆"),
  HOUSING("housing", "住房", "套"),
  PROVIDENT_FUND("provident-fund", "公积金账户", "个"),
  SOCIAL_SECURITY("social-security", "职工社会保险", "项"),
  TAX("tax", "纳税记录", "项"),
  DEPOSIT("deposit", "存款", "笔"),
  SECURITY("security", "有价证券", "笔"),
  FARM_MACHINERY("farm-machinery", "大型农机具", "台");

  private final String code;
  private final String label;
  private final String measure;

  AssetItem(String code, String label, String measure) {
    this.code = code;
    this.label = label;
    this.measure = measure;
  }

  /** The item with this code. */
  public static Optional<AssetItem> of(String code) {
    return Arrays.stream(values()).filter(item -> item.code.equals(code)).findFirst();
  }

  /** As comparison files and the REST interface write it, such as {@code provident-fund}. */
  public String code() {
    return code;
  }

  /** As officials say it. */
  public String label() {
    return label;
  }

  /** The Chinese measure word it is counted with, such as 辆 for vehicles. */
  public String measure() {
    return measure;
  }

  @Override
  public String toString() {
    return code;
  }
}
