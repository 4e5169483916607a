package cn.sunshine.inbox;

import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.region.RegionLevel;
import java.util.List;

/** Who stands above the office whose task it is (NT-3, NT-16). */
public final class Superior {

  private static final int TOWNSHIP = RegionLevel.TOWNSHIP.codeLength();
  private static final int COUNTY = RegionLevel.COUNTY.codeLength();
  private static final int CITY = RegionLevel.CITY.codeLength();

  private Superior() {}

  /**
   * The office above: of a village the township, of a township the county, of a county the city
   * where the pack holds for the whole city, else the county's supervision office.
   *
   * @param root code of the region that the case's pack holds for
   */
  public static Grant of(Task task, String root) {
    String region = officeRegion(task);
    if (region.length() > TOWNSHIP) {
      return new Grant(Role.TOWNSHIP_OFFICE, region.substring(0, TOWNSHIP));
    }
    if (region.length() > COUNTY) {
      return new Grant(Role.COUNTY_OFFICE, region.substring(0, COUNTY));
    }
    if (region.length() > CITY && root.length() <= CITY) {
      return new Grant(Role.COUNTY_OFFICE, region.substring(0, CITY));
    }
    return new Grant(Role.OFFICE, region);
  }

  /**
   * Who watches over the office: the supervision office and discipline inspection of the county.
   */
  public static List<Grant> oversight(Task task) {
    String region = officeRegion(task);
    String level = region.substring(0, Math.min(region.length(), COUNTY));
    return List.of(new Grant(Role.OFFICE, level), new Grant(Role.DISCIPLINE, level));
  }

  /** Of a task of one person it is the region of the case. */
  private static String officeRegion(Task task) {
    return task.candidates().map(Grant::region).orElse(task.region());
  }
}
