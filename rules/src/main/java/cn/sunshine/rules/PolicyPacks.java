package cn.sunshine.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All policy packs of this installation. Adding a place means adding its folder and a line in
 * {@code packs/index}.
 */
public final class PolicyPacks {
  private final List<PolicyPack> packs;

  private PolicyPacks(List<PolicyPack> packs) {
    this.packs = List.copyOf(packs);
  }

  /**
   * Reads and checks every pack on the classpath.
   *
   * @throws InvalidPack naming all problems of the first pack that cannot be used
   */
  public static PolicyPacks load() {
    return load(new PackResources(PolicyPacks.class.getClassLoader()));
  }

  static PolicyPacks load(PackResources resources) {
    List<PolicyPack> packs =
        resources.packNames().stream()
            .map(
                name ->
                    PackFile.parse(
                        name,
                        resources
                            .find(name, "pack.yaml")
                            .orElseThrow(() -> new InvalidPack(name, List.of("缺少 pack.yaml")))))
            .toList();
    Set<String> roots = packs.stream().map(PolicyPack::rootRegion).collect(Collectors.toSet());
    if (roots.size() < packs.size()) {
      throw new InvalidPack("index", List.of("两个政策包的 root-region 相同"));
    }
    return new PolicyPacks(packs);
  }

  /** Every pack, in the order of the index. */
  public List<PolicyPack> all() {
    return packs;
  }

  /** The pack with this name. */
  public Optional<PolicyPack> find(String name) {
    return packs.stream().filter(pack -> pack.name().equals(name)).findFirst();
  }

  /** The pack that holds in a region: the one whose root region is the nearest above it. */
  public Optional<PolicyPack> forRegion(String region) {
    return packs.stream()
        .filter(pack -> pack.covers(region))
        .max(Comparator.comparingInt(pack -> pack.rootRegion().length()));
  }
}
