package cn.sunshine.policy;

import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.Decision;
import cn.sunshine.rules.InvalidFacts;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.RuleVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks the rules, and keeps what they said about cases. */
@Service
public class Decisions {

  private static final TypeReference<List<FindingView>> FINDINGS = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {};

  private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Decisions(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** What a rulebook says to these facts on a day; changes nothing. */
  public Decision evaluate(
      String ruleSet, Rulebook book, LocalDate asOf, Map<String, Object> facts) {
    RuleVersion rules = book.ruleSet(ruleSet).orElseThrow(() -> new Refusal.NotFound("当地没有这个规则集"));
    try {
      return rules.evaluate(asOf, facts, book.pack());
    } catch (InvalidFacts e) {
      throw new Refusal.Invalid(
          "事实有 " + e.errors().size() + " 处不对：" + e.errors().getFirst().message(),
          e.errors().stream()
              .map(error -> new Refusal.FieldFault("facts." + error.path(), error.message()))
              .toList());
    }
  }

  /**
   * Keeps a decision about a case.
   *
   * @param sourceKey what caused it, such as the engine's job; recorded once for each
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      String caseId,
      String stage,
      String sourceKey,
      String pack,
      LocalDate asOf,
      Map<String, Object> facts,
      Decision decision) {
    jdbc.sql(
            """
            insert into decision_record
              (case_id, stage, source_key, at, as_of, pack, rule_set, version, outcome, findings,
               parameters, facts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
            on conflict (source_key) do nothing
            """)
        .params(
            caseId,
            stage,
            sourceKey,
            clock.instant().atOffset(ZoneOffset.UTC),
            asOf,
            pack,
            decision.ruleSet(),
            decision.version(),
            decision.outcome(),
            json.writeValueAsString(decision.findings().stream().map(FindingView::of).toList()),
            json.writeValueAsString(
                decision.parameters().stream().map(Decisions::parameterRow).toList()),
            json.writeValueAsString(facts))
        .update();
  }

  /** The decisions about a case, oldest first. */
  @Transactional(readOnly = true)
  public List<DecisionRecord> of(String caseId) {
    return jdbc.sql("select * from decision_record where case_id = ? order by id")
        .param(caseId)
        .query((row, n) -> record(row))
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<DecisionRecord> latest(String caseId) {
    return jdbc.sql("select * from decision_record where case_id = ? order by id desc limit 1")
        .param(caseId)
        .query((row, n) -> record(row))
        .optional();
  }

  /** One decision; empty when there is none of this number. */
  @Transactional(readOnly = true)
  public Optional<DecisionRecord> find(long id) {
    return jdbc.sql("select * from decision_record where id = ?")
        .param(id)
        .query((row, n) -> record(row))
        .optional();
  }

  /** The facts that the record of a decision holds. */
  Map<String, Object> facts(DecisionRecord decision) {
    return jdbc.sql("select facts from decision_record where id = ?")
        .param(decision.id())
        .query((row, n) -> json.readValue(row.getString(1), FACTS))
        .single();
  }

  static Map<String, Object> parameterRow(Parameter parameter) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", parameter.name());
    row.put("value", parameter.value());
    row.put("version", parameter.version());
    row.put("validFrom", parameter.validFrom().toString());
    row.put("source", parameter.source());
    return row;
  }

  private DecisionRecord record(ResultSet row) throws SQLException {
    return new DecisionRecord(
        row.getLong("id"),
        row.getString("case_id"),
        row.getString("stage"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("as_of", LocalDate.class),
        row.getString("pack"),
        row.getString("rule_set"),
        row.getString("version"),
        row.getString("outcome"),
        json.readValue(row.getString("findings"), FINDINGS),
        json.readValue(row.getString("parameters"), ROWS));
  }
}
