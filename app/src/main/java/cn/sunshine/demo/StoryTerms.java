package cn.sunshine.demo;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.clock.StoryClock;
import cn.sunshine.deadline.Term;
import cn.sunshine.deadline.TermLength;
import cn.sunshine.deadline.Terms;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TermWatch;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.TermDays;
import cn.sunshine.processes.Variables;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Terms in the time of a story: the engine, which knows nothing of stories, has counted from today.
 * Its timers on a story's task fire later than told and find that there is nothing left to record.
 */
@DemoComponent
class StoryTerms {

  private final Terms terms;
  private final Packs packs;
  private final TermDays termDays;
  private final Cases cases;
  private final TermWatch watch;
  private final StoryClock storyClock;
  private final Clock clock;

  StoryTerms(
      Terms terms,
      Packs packs,
      TermDays termDays,
      Cases cases,
      TermWatch watch,
      StoryClock storyClock,
      Clock clock) {
    this.terms = terms;
    this.packs = packs;
    this.termDays = termDays;
    this.cases = cases;
    this.watch = watch;
    this.storyClock = storyClock;
    this.clock = clock;
  }

  /** The user task as if it had come at that moment. */
  EngineJob of(EngineJob job, Instant moment) {
    String pack = job.text(Variables.PACK).orElseThrow();
    TermLength length =
        TermLength.of(
            termDays.of(pack, cases.require(job.caseId()).process(), job.header("term"), moment),
            packs.decimal(pack, "due-soon.share", moment));
    Term term = terms.in(job.text(Variables.REGION).orElse("")).from(moment, length);
    Map<String, Object> variables = new HashMap<>(job.variables());
    variables.put(Variables.DUE, written(term.due()));
    variables.put(Variables.DUE_SOON, written(term.dueSoon()));
    return new EngineJob(
        job.key(),
        job.caseId(),
        job.process(),
        job.processVersion(),
        job.processInstanceKey(),
        job.elementInstanceKey(),
        job.element(),
        job.headers(),
        variables);
  }

  /** Records, each at its moment, what came of the terms of tasks that nobody decides any more. */
  void runOut(CaseFile file) {
    cases.tasks(file).stream()
        .filter(task -> task.state() == Task.State.OPEN)
        .flatMap(task -> Stream.of(task.dueSoon(), task.due()))
        .filter(moment -> !moment.isAfter(clock.instant()))
        .sorted()
        .forEach(
            moment ->
                storyClock.at(
                    moment,
                    () -> {
                      watch.catchUp(file.getId());
                      return moment;
                    }));
  }

  private String written(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime().toString();
  }
}
