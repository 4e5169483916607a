package cn.sunshine.household;

import java.util.Arrays;
import java.util.Optional;

/** Why a household is poor (JY-16). */
public enum Cause {
  ILLNESS("illness", "因病"),
  DISABILITY("disability", "因残"),
  DISASTER("disaster", "因灾"),
  SCHOOLING("schooling", "因学"),
  LAND_LOSS("land-loss", "失地"),
  JOB_LOSS("job-loss", "失业"),
  OTHER("other", "其他");

  private final String code;
  private final String chinese;

  Cause(String code, String chinese) {
    this.code = code;
    this.chinese = chinese;
  }

  /** The word in forms, facts and JSON. */
  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  public static Optional<Cause> ofCode(String code) {
    return Arrays.stream(values()).filter(cause -> cause.code.equals(code)).findFirst();
  }
}
