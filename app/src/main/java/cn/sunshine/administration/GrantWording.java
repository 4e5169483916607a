package cn.sunshine.administration;

import cn.sunshine.account.Grant;
import cn.sunshine.region.Regions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Roles at regions as officials say them: 通州区 西亭镇 · 镇（街道）. */
record GrantWording(Regions regions) {

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::region).thenComparing(Grant::role);

  String of(Grant grant) {
    return grant.region().isEmpty()
        ? grant.role().chinese()
        : regions.fullName(grant.region()) + " · " + grant.role().chinese();
  }

  List<Grant> sorted(Collection<Grant> grants) {
    return grants.stream().sorted(ORDER).toList();
  }

  /** In a line: the first, and how many more there are. */
  String brief(Collection<Grant> grants) {
    if (grants.isEmpty()) {
      return "没有角色";
    }
    String first = of(sorted(grants).getFirst());
    return grants.size() == 1 ? first : first + " 等 " + grants.size() + " 项";
  }

  String lines(Collection<Grant> grants) {
    return sorted(grants).stream().map(this::of).collect(Collectors.joining("\n"));
  }
}
