package cn.sunshine.engine;

import cn.sunshine.processes.Variables;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way that cases take through their models: for the diagram on the case page, and to know a job
 * that the engine hands out again because the answer to it was lost.
 */
@Service
public class StepTrace {

  private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;

  StepTrace(JdbcClient jdbc, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Does the work of a step and keeps its answer, in one transaction; the same job again gets that
   * answer without the work. Two deliveries at the same moment take their turns.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Map<String, Object> once(EngineJob job, Supplier<Map<String, Object>> work) {
    if (!enter(job, Optional.empty())) {
      return answerTo(job.key());
    }
    Map<String, Object> answer = work.get();
    // The row has the empty answer already: that of each timer, for one.
    if (!answer.isEmpty()) {
      jdbc.sql("update engine_step set answer = ?::jsonb where job_key = ?")
          .params(json.writeValueAsString(answer), job.key())
          .update();
    }
    return answer;
  }

  /**
   * Lays a person's step before people, once, and keeps what the process knows there: with that a
   * case can begin again at this step in a new instance.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void once(EngineJob job, Runnable work) {
    Map<String, Object> scope = new HashMap<>(job.variables());
    scope.keySet().removeAll(Set.of(Variables.WORKDAYS, Variables.TERMS));
    if (enter(job, Optional.of(json.writeValueAsString(scope)))) {
      work.run();
    }
  }

  /** What a process knew at a person's step, without the calendar and the terms. */
  public Optional<Map<String, Object>> scopeOf(long jobKey) {
    return jdbc.sql("select scope::text from engine_step where job_key = ? and scope is not null")
        .param(jobKey)
        .query(String.class)
        .optional()
        .map(scope -> json.readValue(scope, VARIABLES));
  }

  private boolean enter(EngineJob job, Optional<String> scope) {
    return jdbc.sql(
                """
                insert into engine_step
                  (job_key, case_id, process, process_version, process_instance_key, element,
                   entered_at, scope)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing
                """)
            .params(
                job.key(),
                job.caseId(),
                job.process(),
                job.processVersion(),
                job.processInstanceKey(),
                job.element(),
                clock.instant().atOffset(ZoneOffset.UTC),
                scope.orElse(null))
            .update()
        == 1;
  }

  private Map<String, Object> answerTo(long jobKey) {
    String kept =
        jdbc.sql("select answer::text from engine_step where job_key = ?")
            .param(jobKey)
            .query(String.class)
            .single();
    return json.readValue(kept, VARIABLES);
  }

  /** The steps of a case, oldest first, those of called processes among them. */
  public List<Step> of(String caseId) {
    return jdbc.sql(
            """
            select job_key, process, process_version, process_instance_key, element
            from engine_step where case_id = ? order by entered_at, job_key
            """)
        .param(caseId)
        .query(Step.class)
        .list();
  }

  /** One element of a model that handed out a job. */
  public record Step(
      long jobKey, String process, int processVersion, long processInstanceKey, String element) {}
}
