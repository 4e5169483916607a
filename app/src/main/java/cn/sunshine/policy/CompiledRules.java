package cn.sunshine.policy;

import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;

/**
 * Compiles rule sets and keeps those last used: compiling takes tens of milliseconds, and two
 * hundred releases in a row must not fill the memory.
 */
@Component
class CompiledRules {

  private static final int KEPT = 64;

  private final RuleEngine engine;
  private final Map<Key, FutureTask<RuleVersion>> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FutureTask<RuleVersion>> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(String pack, RuleSetDefinition definition, Map<String, String> tables) {}

  CompiledRules(RuleEngine engine) {
    this.engine = engine;
  }

  /**
   * A rule set with these tables in place of the shipped ones.
   *
   * @param numbers of the tables' versions, which its decisions carry
   * @param tables DMN models by file name; those that the rule set does not have are ignored
   * @throws cn.sunshine.rules.InvalidPack when a table does not compile
   */
  RuleVersion ruleSet(
      PolicyPack pack, RuleSetDefinition definition, String numbers, Map<String, String> tables) {
    Map<String, String> own = new LinkedHashMap<>(tables);
    own.keySet().retainAll(definition.models());
    if (own.isEmpty()) {
      return engine.shipped(pack.name(), definition.name()).orElseThrow();
    }
    RuleSetDefinition versioned = versioned(definition, numbers);
    FutureTask<RuleVersion> compiled =
        new FutureTask<>(() -> compile(pack, versioned, definition, own));
    FutureTask<RuleVersion> first;
    synchronized (kept) {
      first = kept.computeIfAbsent(new Key(pack.name(), versioned, own), key -> compiled);
    }
    // Whoever asked first compiles; everybody else waits for that.
    first.run();
    try {
      return first.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rules were compiled", e);
    }
  }

  /**
   * How decisions name the version that {@link #ruleSet} would give; compiles nothing.
   *
   * @param tables only of the rule set's own models
   */
  String versionOf(
      PolicyPack pack, RuleSetDefinition definition, String numbers, Map<String, String> tables) {
    return tables.isEmpty()
        ? engine.shipped(pack.name(), definition.name()).orElseThrow().version()
        : engine.versionOf(versioned(definition, numbers), models(pack, definition, tables));
  }

  private static RuleSetDefinition versioned(RuleSetDefinition definition, String numbers) {
    return new RuleSetDefinition(
        definition.name(), definition.title(), numbers, definition.models());
  }

  private RuleVersion compile(
      PolicyPack pack,
      RuleSetDefinition versioned,
      RuleSetDefinition shipped,
      Map<String, String> tables) {
    return engine.compile(pack.name(), versioned, models(pack, shipped, tables));
  }

  /** The texts of all models of a rule set with these tables in place of the shipped ones. */
  Map<String, String> models(
      PolicyPack pack, RuleSetDefinition shipped, Map<String, String> tables) {
    Map<String, String> models = engine.shippedModels(pack.name(), shipped);
    models.putAll(tables);
    return models;
  }
}
