package cn.sunshine.comparison;

/** Who compares: the county sees what is in the county, the city also what is elsewhere (NT-9). */
public enum ComparisonScope {
  COUNTY("县级比对"),
  CITY("市级比对");

  private final String chinese;

  ComparisonScope(String chinese) {
    this.chinese = chinese;
  }

  public String chinese() {
    return chinese;
  }
}
