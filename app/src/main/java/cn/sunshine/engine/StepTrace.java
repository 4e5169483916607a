package cn.sunshine.engine;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The way that cases take through their models, for the diagram on the case page. */
@Service
public class StepTrace {

  private final JdbcClient jdbc;
  private final Clock clock;

  StepTrace(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A step that the case reached; a job handed out again is the same step. */
  void record(EngineJob job) {
    jdbc.sql(
            """
            insert into engine_step
              (job_key, case_id, process, process_version, process_instance_key, element,
               entered_at)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            job.key(),
            job.caseId(),
            job.process(),
            job.processVersion(),
            job.processInstanceKey(),
            job.element(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
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
