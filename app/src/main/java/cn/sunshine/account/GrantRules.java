package cn.sunshine.account;

import cn.sunshine.problem.Refusal;
import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which role can be held where (NT-4): at regions of its level, policy roles at a pack's root. */
@Component
class GrantRules {

  private final Regions regions;
  private final AccountProperties properties;

  GrantRules(Regions regions, AccountProperties properties) {
    this.regions = regions;
    this.properties = properties;
  }

  /**
   * @throws Refusal.Invalid with a sentence that says where the role can be held
   */
  void require(Grant grant) {
    faultOf(grant)
        .ifPresent(
            fault -> {
              throw new Refusal.Invalid(fault);
            });
  }

  boolean allow(Grant grant) {
    return faultOf(grant).isEmpty();
  }

  private Optional<String> faultOf(Grant grant) {
    Role role = grant.role();
    if (role == Role.ADMIN) {
      return grant.region().isEmpty() ? Optional.empty() : Optional.of("系统管理员不属于任何地区，授权时不要选择地区。");
    }
    Optional<Region> region = regions.find(grant.region());
    if (region.isEmpty()) {
      return Optional.of("没有编码为“" + grant.region() + "”的地区，请检查地区编码。");
    }
    if (isPolicyRole(role) && !properties.policyRoots().contains(grant.region())) {
      String roots =
          properties.policyRoots().stream().map(regions::name).collect(Collectors.joining("、"));
      return Optional.of("“" + role.chinese() + "”只能授予政策包的适用地区：" + roots + "。");
    }
    if (!role.levels().contains(region.get().level())) {
      String levels =
          role.levels().stream()
              .sorted()
              .map(RegionLevel::chinese)
              .collect(Collectors.joining("级或", "", "级"));
      return Optional.of(
          "“" + role.chinese() + "”只能授予" + levels + "地区，" + region.get().name() + "不是。");
    }
    return Optional.empty();
  }

  private static boolean isPolicyRole(Role role) {
    return role == Role.POLICY || role == Role.POLICY_APPROVER;
  }
}
