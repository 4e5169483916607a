package cn.sunshine.trialrun;

/**
 * So many households of an area had one outcome by the old rules and have another (or the same) by
 * the new.
 *
 * @param area code of a region
 */
public record Flow(String area, String before, String after, long households) {

  /** Whether the outcome is another one. */
  public boolean isChange() {
    return !before.equals(after);
  }
}
