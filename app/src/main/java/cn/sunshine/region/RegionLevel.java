package cn.sunshine.region;

import java.util.Arrays;
import java.util.Optional;

/** The levels of administration with the length of their statistical codes. */
public enum RegionLevel {
  PROVINCE(2, "省"),
  CITY(4, "市"),
  COUNTY(6, "县"),
  TOWNSHIP(9, "镇"),
  VILLAGE(12, "村");

  private final int codeLength;
  private final String chinese;

  RegionLevel(int codeLength, String chinese) {
    this.codeLength = codeLength;
    this.chinese = chinese;
  }

  public int codeLength() {
    return codeLength;
  }

  public String chinese() {
    return chinese;
  }

  /** The level whose codes have this length. */
  public static Optional<RegionLevel> ofCode(String code) {
    return Arrays.stream(values()).filter(level -> level.codeLength == code.length()).findFirst();
  }
}
