package cn.sunshine.escalation;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.deadline.TermLength;
import cn.sunshine.engine.EngineCommands;
import cn.sunshine.inbox.TermBreached;
import cn.sunshine.policy.Packs;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.StartMessage;
import cn.sunshine.processes.TaskWatch;
import cn.sunshine.processes.Variables;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the escalation of each overdue task, once, in the transaction that records the breach. */
@Component
class Escalations {

  private final Cases cases;
  private final Packs packs;
  private final EngineCommands engine;
  private final Clock clock;

  Escalations(Cases cases, Packs packs, EngineCommands engine, Clock clock) {
    this.cases = cases;
    this.packs = packs;
    this.engine = engine;
    this.clock = clock;
  }

  @EventListener
  void onBreach(TermBreached breach) {
    CaseFile file = cases.require(breach.caseId());
    Map<String, Object> variables = new HashMap<>();
    variables.put(Variables.CASE_ID, file.getId());
    variables.put(Variables.PACK, file.pack());
    variables.put(Variables.REGION, file.region());
    variables.put(TaskWatch.TASK_ID, breach.taskId());
    variables.put(TaskWatch.WATCH_ID, breach.watchId());
    variables.put(
        Variables.TERMS,
        Map.of(Deadlines.key(TaskWatch.OVERSIGHT_TERM), oversightTerm(file).asVariable()));
    engine.publish(
        file.getId(),
        StartMessage.of(TaskWatch.ESCALATION),
        breach.watchId(),
        breach.watchId(),
        variables);
  }

  private TermLength oversightTerm(CaseFile file) {
    Instant now = clock.instant();
    return TermLength.of(
        packs.number(file.pack(), TaskWatch.OVERSIGHT_TERM, now),
        packs.decimal(file.pack(), "due-soon.share", now));
  }
}
