package cn.sunshine.comparison;

import java.util.Arrays;
import java.util.Optional;

/** What is compared. Which items a jurisdiction looks at is a matter of its policy pack. */
public enum AssetItem {
  VEHICLE("vehicle", "车辆"),
  HOUSING("housing", "住房"),
  PROVIDENT_FUND("provident-fund", "公积金"),
  SOCIAL_SECURITY("social-security", "社保"),
  TAX("tax", "纳税"),
  DEPOSIT("deposit", "存款"),
  SECURITY("security", "证券"),
  FARM_MACHINERY("farm-machinery", "农机");

  private final String code;
  private final String chinese;

  AssetItem(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** The word in files, facts and JSON. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public static Optional<AssetItem> ofCode(String code) {
    return Arrays.stream(values()).filter(item -> item.code.equals(code)).findFirst();
  }
}
