package cn.sunshine.trialrun;

import cn.sunshine.policy.Packs;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two books that a run was judged by, made again from what the run keeps: whatever has been
 * released, changed or given up since, its households are explained by what they were judged by.
 */
@Component
class KeptBooks {

  /** Compiling takes tens of milliseconds; so many runs are looked at side by side. */
  private static final int COMPILED = 8;

  private static final TypeReference<LinkedHashMap<String, String>> MODELS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, List<Map<String, Object>>>> PARAMETERS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final RuleEngine engine;
  private final Packs packs;
  private final Cache<String, Books> books = Caffeine.newBuilder().maximumSize(COMPILED).build();

  KeptBooks(JdbcClient jdbc, JsonMapper json, RuleEngine engine, Packs packs) {
    this.jdbc = jdbc;
    this.json = json;
    this.engine = engine;
    this.packs = packs;
  }

  Books of(TrialRun run) {
    return books.get(run.id(), id -> read(run));
  }

  private record Kept(
      Map<String, String> before,
      Map<String, String> after,
      Map<String, List<Map<String, Object>>> parameters) {}

  private Books read(TrialRun run) {
    Kept kept =
        jdbc.sql("select before_models, after_models, parameters from trial_run where id = ?::uuid")
            .param(run.id())
            .query(
                (row, n) ->
                    new Kept(
                        json.readValue(row.getString(1), MODELS),
                        json.readValue(row.getString(2), MODELS),
                        json.readValue(row.getString(3), PARAMETERS)))
            .single();
    return new Books(
        run.ruleSet(),
        run.asOf(),
        book(run, run.before(), kept.before(), kept.parameters().get("before")),
        book(run, run.after(), kept.after(), kept.parameters().get("after")));
  }

  private Book book(
      TrialRun run,
      TrialRun.Side side,
      Map<String, String> models,
      List<Map<String, Object>> parameters) {
    RuleSetDefinition definition =
        new RuleSetDefinition(
            run.ruleSet(), "", side.version().split("-", 2)[0], List.copyOf(models.keySet()));
    RuleVersion rules = engine.compile(run.pack(), definition, models);
    if (!rules.version().equals(side.version())) {
      throw new IllegalStateException(
          "run %s was judged by %s and not by %s"
              .formatted(run.id(), side.version(), rules.version()));
    }
    return new Book(rules, packs.parametersOf(run.pack(), parameters), side.title());
  }
}
