package cn.sunshine.account;

import static cn.sunshine.region.RegionLevel.CITY;
import static cn.sunshine.region.RegionLevel.COUNTY;
import static cn.sunshine.region.RegionLevel.PROVINCE;
import static cn.sunshine.region.RegionLevel.TOWNSHIP;
import static cn.sunshine.region.RegionLevel.VILLAGE;

import cn.sunshine.region.RegionLevel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a person is at a region. The code is the one of accounts and process models. */
public enum Role {
  FARMER("farmer", "农户", VILLAGE),
  GROUP("group", "村民小组", VILLAGE),
  VILLAGE_COMMITTEE("village", "村（居）委会", VILLAGE),
  HELPER("helper", "帮扶责任人", VILLAGE),
  TOWNSHIP_OFFICE("township", "镇（街道）", TOWNSHIP),
  TOWNSHIP_FINANCE("township-finance", "镇财政所", TOWNSHIP),
  COUNTY_OFFICE("county", "扶贫办", COUNTY, CITY),
  COMPARISON("comparison", "信息比对", COUNTY, CITY),
  FINANCE("finance", "财政", COUNTY, CITY),
  DEPARTMENT("department", "业务部门", COUNTY, CITY),
  OFFICE("office", "监管办公室", COUNTY, CITY),
  DISCIPLINE("discipline", "纪检监察", COUNTY, CITY),
  AUDIT("audit", "审计", COUNTY, CITY),
  /** Held at the root region of a pack, which may be a province, a city or a county. */
  POLICY("policy", "政策起草", PROVINCE, CITY, COUNTY),
  POLICY_APPROVER("policy-approver", "政策审批", PROVINCE, CITY, COUNTY),
  /** Looks after accounts, everywhere; sees no cases. */
  ADMIN("admin", "系统管理员");

  private final String code;
  private final String chinese;
  private final Set<RegionLevel> levels;

  Role(String code, String chinese, RegionLevel... levels) {
    this.code = code;
    this.chinese = chinese;
    this.levels = Set.of(levels);
  }

  public String code() {
    return code;
  }

  public String chinese() {
    return chinese;
  }

  /** The levels of regions at which the role can be held. */
  public Set<RegionLevel> levels() {
    return levels;
  }

  public static Optional<Role> ofCode(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
  }
}
