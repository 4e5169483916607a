package cn.sunshine.trialrun;

import cn.sunshine.policy.FindingView;
import java.util.List;

/**
 * A household whose outcome changes; name and ID number masked.
 *
 * @param number its number in the register, its row in a sheet, or the case that was refused
 * @param name of its head, masked; empty when it is not known
 * @param idNumber of its head, masked; empty when it is not known
 * @param place the region's name from the county down
 */
public record ChangedHousehold(
    String number,
    String name,
    String idNumber,
    String region,
    String place,
    Standing standing,
    View before,
    View after) {

  /** What the household is to the place. */
  public enum Standing {
    REGISTERED("在册户"),
    REFUSED("申请未通过"),
    EXITED("已退出"),
    OF_A_SHEET("表里的户");

    private final String chinese;

    Standing(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** What one book says. */
  public record View(String outcome, List<FindingView> findings) {
    public View {
      findings = List.copyOf(findings);
    }
  }
}
