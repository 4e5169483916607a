package cn.sunshine.workflow;

import cn.sunshine.account.Role;
import cn.sunshine.processes.CandidateGroup;
import cn.sunshine.region.RegionLevel;
import java.util.Arrays;
import java.util.Locale;

/** Who does a step, as officials say it: 村　村（居）委会. */
final class OfficeWords {

  private OfficeWords() {}

  static String of(CandidateGroup group) {
    if (group.isVariable()) {
      return "由案件决定";
    }
    String role =
        switch (group.role()) {
          case "applicant" -> "申请人";
          case "household" -> "案件所涉的户";
          default -> Role.ofCode(group.role()).map(Role::chinese).orElse(group.role());
        };
    return group.level().map(level -> level(level) + "　" + role).orElse(role);
  }

  private static String level(String code) {
    return Arrays.stream(RegionLevel.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .map(RegionLevel::chinese)
        .orElse(code);
  }
}
