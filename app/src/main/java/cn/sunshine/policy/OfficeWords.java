package cn.sunshine.policy;

import cn.sunshine.account.Role;
import cn.sunshine.region.RegionLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Offices as parameters name them, {@code role@level}, and as officials say them. */
public final class OfficeWords {

  private OfficeWords() {}

  /** A role at a level of regions. */
  public record Office(Role role, RegionLevel level) {

    /** Such as {@code finance@city}. */
    public String code() {
      return role.code() + "@" + level.name().toLowerCase(Locale.ROOT);
    }

    String words() {
      return level.chinese() + role.chinese();
    }
  }

  /** All that there can be, those of a role together, the highest level first. */
  public static List<Office> all() {
    return Arrays.stream(Role.values())
        .filter(role -> role != Role.ADMIN)
        .flatMap(role -> role.levels().stream().sorted().map(level -> new Office(role, level)))
        .toList();
  }

  /** Such as 市财政 for {@code finance@city}; empty when there is no such office. */
  public static Optional<String> of(String code) {
    return all().stream()
        .filter(office -> office.code().equals(code))
        .map(Office::words)
        .findFirst();
  }

  /** The code of an office that is named in words; empty when there is no such office. */
  public static Optional<String> code(String words) {
    return all().stream()
        .filter(office -> office.words().equals(words))
        .map(Office::code)
        .findFirst();
  }
}
