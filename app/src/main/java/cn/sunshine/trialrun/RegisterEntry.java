package cn.sunshine.trialrun;

import cn.sunshine.rules.ScreenedHousehold;

/**
 * A household to be judged.
 *
 * @param number its number in the register, or its row in a sheet
 * @param region code of the region that it lives in
 */
public record RegisterEntry(String number, String region, ScreenedHousehold household) {

  /** Only the number: the rest is confidential. */
  @Override
  public String toString() {
    return "RegisterEntry[" + number + "]";
  }
}
