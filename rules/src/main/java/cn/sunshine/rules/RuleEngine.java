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

/** Compiles the rule sets of all packs once and evaluates them. Safe for many threads. */
public final class RuleEngine {
  private static final int VERSION_HASH_DIGITS = 12;

  private record Key(String pack, String ruleSet) {}

  private final Map<Key, RuleSet> ruleSets = new HashMap<>();
  private final Map<Key, String> versions = new HashMap<>();

  /**
   * Compiles everything, which takes a second or two.
   *
   * @throws InvalidPack when a model is missing, does not compile or uses what models must not use
   */
  public RuleEngine(PolicyPacks packs) {
    this(packs, new PackResources(RuleEngine.class.getClassLoader()));
  }

  RuleEngine(PolicyPacks packs, PackResources resources) {
    for (PolicyPack pack : packs.all()) {
      for (RuleSetDefinition definition : pack.ruleSets()) {
        compile(pack, definition, resources);
      }
    }
  }

  /**
   * Answers a question; changes nothing.
   *
   * @throws UnknownRuleSet when there is no such pack or rule set
   * @throws InvalidFacts when the facts are not what the rule set's interface allows
   */
  public Decision evaluate(RuleRequest request, ParameterSource parameters) {
    Key key = new Key(request.pack(), request.ruleSet());
    return Optional.ofNullable(ruleSets.get(key))
        .orElseThrow(() -> new UnknownRuleSet("当地没有这个规则集"))
        .evaluate(request.facts(), new ValidParameters(parameters, request.asOf()));
  }

  /**
   * The version a decision of this rule set carries: what the pack declares, and a hash of the
   * models.
   */
  public Optional<String> version(String pack, String ruleSet) {
    return Optional.ofNullable(versions.get(new Key(pack, ruleSet)));
  }

  private void compile(PolicyPack pack, RuleSetDefinition definition, PackResources resources) {
    Map<String, String> models = new LinkedHashMap<>();
    for (String file : definition.models()) {
      models.put(
          file,
          resources
              .find(pack.name(), file)
              .orElseThrow(() -> new InvalidPack(pack.name(), List.of("找不到模型 " + file))));
    }
    Key key = new Key(pack.name(), definition.name());
    String version = definition.version() + "-" + hash(models);
    ruleSets.put(key, ruleSet(pack, definition, version, models));
    versions.put(key, version);
  }

  private static RuleSet ruleSet(
      PolicyPack pack, RuleSetDefinition definition, String version, Map<String, String> models) {
    RuleModels declared = new RuleModels(pack.name(), definition.name(), models);
    return switch (definition.name()) {
      case HouseholdEligibility.NAME -> HouseholdEligibility.compile(version, declared);
      case ComplaintSorting.NAME -> ComplaintSorting.compile(version, declared);
      case HouseholdYearlyReview.NAME -> HouseholdYearlyReview.compile(version, declared);
      default -> throw new InvalidPack(pack.name(), List.of("不认识的规则集 " + definition.name()));
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
