package cn.sunshine.region;

import java.util.Optional;

/**
 * An administrative region.
 *
 * @param code the statistical code; it begins with the parent's code
 * @param name the Chinese name
 */
public record Region(String code, String name, RegionLevel level) {

  /** The code of the region of a higher (or this) level that this one lies in. */
  public Optional<String> codeAt(RegionLevel wanted) {
    return wanted.codeLength() <= code.length()
        ? Optional.of(code.substring(0, wanted.codeLength()))
        : Optional.empty();
  }

  /** Whether the other region is this one or lies in it. */
  public boolean contains(String otherCode) {
    return otherCode.startsWith(code);
  }
}
