package cn.sunshine.trialrun;

import cn.sunshine.policy.FindingView;
import java.util.List;

/**
 * A household whose outcome changes; name and ID number masked.
 *
 * @param number its number in the register, or its row in a sheet
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
    View before,
    View after) {

  /** What one book says. */
  public record View(String outcome, List<FindingView> findings) {
    public View {
      findings = List.copyOf(findings);
    }
  }
}
