package cn.sunshine.workflow;

import cn.sunshine.deadline.TermLength;
import cn.sunshine.deadline.WorkingDays;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.forms.InvalidFormException;
import cn.sunshine.forms.Outcome;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Proposal;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.Variables;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.sandbox.SandboxOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives a sandbox what cases of a pack have: its terms, calendar and forms, and what is worked. */
@Component
class SandboxOrders {

  private static final String SOON_SHARE = "due-soon.share";
  private static final int MOST_WAYS = 80;

  /** Enough for each step of the longest model to be late once. */
  private static final int DAYS_AHEAD = 700;

  /** What a term counts that is proposed together with the draft. */
  private static final int PROPOSED_DAYS = 5;

  private final ProcessLibrary library;
  private final FormLibrary forms;
  private final Packs packs;
  private final PackWorkflows workflows;
  private final WorkflowReferences references;
  private final WorkingDays workingDays;
  private final ObjectProvider<JobHandler> workers;
  private final Clock clock;

  SandboxOrders(
      ProcessLibrary library,
      FormLibrary forms,
      Packs packs,
      PackWorkflows workflows,
      WorkflowReferences references,
      WorkingDays workingDays,
      ObjectProvider<JobHandler> workers,
      Clock clock) {
    this.library = library;
    this.forms = forms;
    this.packs = packs;
    this.workflows = workflows;
    this.references = references;
    this.workingDays = workingDays;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * The order to try a draft.
   *
   * @param together what is proposed together with it: forms and terms
   */
  SandboxOrder of(Artefact workflow, ProcessModel draft, List<Proposal> together) {
    String pack = workflow.pack();
    Map<String, String> called = new HashMap<>();
    draft
        .calledProcesses()
        .forEach(
            process ->
                library.find(pack, process).ifPresent(found -> called.put(process, found.text())));
    return new SandboxOrder(
        draft.text(),
        called,
        workflows.callers(pack, workflow.name()).stream().map(ProcessModel::text).toList(),
        outcomes(pack, together),
        workers.stream().map(JobHandler::jobType).toList(),
        variables(packs.find(pack).orElseThrow(), workflow.name(), together),
        OffsetDateTime.now(clock).toString(),
        MOST_WAYS);
  }

  private Map<String, List<String>> outcomes(String pack, List<Proposal> together) {
    Map<String, List<String>> outcomes = new HashMap<>();
    forms
        .ids(pack)
        .forEach(id -> forms.find(pack, id).ifPresent(form -> outcomes.put(id, values(form))));
    proposed(together, ArtefactKind.FORM)
        .forEach(
            proposal -> {
              String id = proposal.artefact().name();
              try {
                outcomes.put(id, values(forms.read(id, proposal.content())));
              } catch (InvalidFormException faulty) {
                // Its own page says what is wrong; the trial goes by the form in force.
              }
            });
    return outcomes;
  }

  private static List<String> values(Form form) {
    return form.outcomes().stream().map(Outcome::value).toList();
  }

  private Map<String, Object> variables(PolicyPack pack, String process, List<Proposal> together) {
    Instant now = clock.instant();
    List<String> days =
        workingDays.in(pack.rootRegion()).ahead(now, DAYS_AHEAD).stream()
            .map(LocalDate::toString)
            .toList();
    return Map.of(
        Variables.PACK,
        pack.name(),
        Variables.REGION,
        pack.rootRegion(),
        Variables.WORKDAYS,
        days,
        Variables.TERMS,
        terms(pack.name(), process, now, together));
  }

  private Map<String, Object> terms(
      String pack, String process, Instant now, List<Proposal> together) {
    BigDecimal share = packs.decimal(pack, SOON_SHARE, now);
    Map<String, Object> terms = new HashMap<>();
    proposed(together, ArtefactKind.PARAMETER)
        .map(proposal -> proposal.artefact().name())
        .filter(Deadlines::isTerm)
        .forEach(
            name ->
                terms.put(Deadlines.key(name), TermLength.of(PROPOSED_DAYS, share).asVariable()));
    references
        .termDays(pack, process)
        .forEach(
            (name, days) ->
                terms.put(Deadlines.key(name), TermLength.of(days, share).asVariable()));
    return terms;
  }

  private static Stream<Proposal> proposed(List<Proposal> together, ArtefactKind kind) {
    return together.stream().filter(proposal -> proposal.artefact().kind() == kind);
  }
}
