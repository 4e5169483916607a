package cn.sunshine.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compiles rule sets: those the packs are shipped with, once, and any other version on demand. */
public final class RuleEngine {
  private static final int VERSION_HASH_DIGITS = 12;

  private record Key(String pack, String ruleSet) {}

  private final PackResources resources;
  private final Map<Key, RuleVersion> shipped = new HashMap<>();

  /**
   * Compiles everything that the packs are shipped with, which takes a second or two.
   *
   * @throws InvalidPack when a model is missing, does not compile or uses what models must not use
   */
  public RuleEngine(PolicyPacks packs) {
    this(packs, new PackResources(RuleEngine.class.getClassLoader()));
  }

  RuleEngine(PolicyPacks packs, PackResources resources) {
    this.resources = resources;
    for (PolicyPack pack : packs.all()) {
      for (RuleSetDefinition definition : pack.ruleSets()) {
        shipped.put(
            new Key(pack.name(), definition.name()),
            compile(pack.name(), definition, shippedModels(pack.name(), definition)));
      }
    }
  }

  /**
   * Answers a question by the rules as shipped; changes nothing.
   *
   * @throws UnknownRuleSet when there is no such pack or rule set
   * @throws InvalidFacts when the facts are not what the rule set's interface allows
   */
  public Decision evaluate(RuleRequest request, ParameterSource parameters) {
    return shipped(request.pack(), request.ruleSet())
        .orElseThrow(() -> new UnknownRuleSet("当地没有这个规则集"))
        .evaluate(request.asOf(), request.facts(), parameters);
  }

  /** The version that the pack is shipped with. */
  public Optional<RuleVersion> shipped(String pack, String ruleSet) {
    return Optional.ofNullable(shipped.get(new Key(pack, ruleSet)));
  }

  /** The models that the pack is shipped with, by file name, in the order they are declared. */
  public Map<String, String> shippedModels(String pack, RuleSetDefinition definition) {
    Map<String, String> models = new LinkedHashMap<>();
    for (String file : definition.models()) {
      models.put(
          file,
          resources
              .find(pack, file)
              .orElseThrow(() -> new InvalidPack(pack, List.of("找不到模型 " + file))));
    }
    return models;
  }

  /** A file that the pack is shipped with, or else all packs are; empty when there is none. */
  public Optional<String> shippedFile(String pack, String file) {
    return resources.find(pack, file);
  }

  /**
   * Compiles a version of a rule set from the texts of its models. Costs tens of milliseconds: keep
   * the result.
   *
   * @throws InvalidPack when a model does not compile or uses what models must not use
   */
  public RuleVersion compile(
      String pack, RuleSetDefinition definition, Map<String, String> models) {
    String version = versionOf(definition, models);
    return new RuleVersion(
        version, models, ruleSet(version, new RuleModels(pack, definition.name(), models)));
  }

  /** How decisions by these models name their version; compiles nothing. */
  public String versionOf(RuleSetDefinition definition, Map<String, String> models) {
    return definition.version() + "-" + hash(models);
  }

  private static RuleSet ruleSet(String version, RuleModels models) {
    return switch (models.ruleSet()) {
      case HouseholdEligibility.NAME -> HouseholdEligibility.compile(version, models);
      case ComplaintSorting.NAME -> ComplaintSorting.compile(version, models);
      case HouseholdYearlyReview.NAME -> HouseholdYearlyReview.compile(version, models);
      default -> TableRuleSet.compile(version, models);
    };
  }

  private static String hash(Map<String, String> models) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      models.forEach(
          (file, text) -> {
            digest.update(file.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
