package cn.sunshine.project;

/** Whose money went where (NT-12, NT-13, JY-5). */
public enum PaymentStep {
  COUNTY_MATCHING("县级配套"),
  CITY_TO_COUNTY("市级补助到县"),
  COUNTY_TO_TOWNSHIP("县财政到镇财政所"),
  TOWNSHIP_TO_UNIT("镇财政所到实施单位"),
  TO_HOUSEHOLD("兑付到户");

  private final String chinese;

  PaymentStep(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
