package cn.sunshine.engine;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the application tells the engine. Each call only writes the command down, in the transaction
 * of the decision; commands of one case are sent in the order they were written. Each brings the
 * calendar as it is now, see {@link CaseTerms}.
 */
@Service
public class EngineCommands {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;
  private final CaseTerms terms;

  EngineCommands(
      JdbcClient jdbc,
      Clock clock,
      JsonMapper json,
      ApplicationEventPublisher events,
      CaseTerms terms) {
    this.jdbc = jdbc;
    this.terms = terms;
    this.clock = clock;
    this.json = json;
    this.events = events;
  }

  /**
   * Starts the process of a case through its message start event, with the terms of its pack. The
   * message's correlation key and id are the case's id: published twice, it makes one instance.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void start(String caseId, String messageName, Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(terms.atStart(caseId));
    all.putAll(variables);
    write(caseId, EngineCommand.Kind.START, messageName, caseId, caseId, all);
  }

  /** Completes a job: a user task that was decided. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void complete(String caseId, long jobKey, Map<String, ?> variables) {
    String key = Long.toString(jobKey);
    write(
        caseId, EngineCommand.Kind.COMPLETE, "complete", key, key, withCalendar(caseId, variables));
  }

  /**
   * Sends a message to the waiting process of a case.
   *
   * @param messageId unique for each happening, such as the id of an objection
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(
      String caseId,
      String messageName,
      String correlationKey,
      String messageId,
      Map<String, ?> variables) {
    write(
        caseId,
        EngineCommand.Kind.MESSAGE,
        messageName,
        correlationKey,
        messageId,
        withCalendar(caseId, variables));
  }

  /**
   * Lets a case go on in a new instance that begins at one of the model's steps; the old instance
   * is cancelled. Should the engine ever make two of it, the gate lets only one of them work, see
   * {@link CaseGate}.
   *
   * @param replaced the instance that is cancelled
   * @param modelKey the engine's key of the model's version
   * @param variables what the new instance knows, beside calendar and terms
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restart(
      String caseId, long replaced, long modelKey, String element, Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(variables);
    all.putAll(terms.atMove(caseId));
    write(
        caseId,
        EngineCommand.Kind.RESTART,
        Long.toString(modelKey),
        Long.toString(replaced),
        element,
        all);
  }

  private Map<String, Object> withCalendar(String caseId, Map<String, ?> variables) {
    Map<String, Object> all = new HashMap<>(terms.calendar(caseId));
    all.putAll(variables);
    return all;
  }

  private void write(
      String caseId,
      EngineCommand.Kind kind,
      String name,
      String target,
      String messageId,
      Map<String, ?> variables) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into engine_command
              (case_id, kind, name, target, message_id, variables, created_at, due_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, now())
            """)
        .params(
            caseId, kind.name(), name, target, messageId, json.writeValueAsString(variables), now)
        .update();
    events.publishEvent(new CommandWritten());
  }

  /** There is something to send, once the transaction has committed. */
  record CommandWritten() {}
}
