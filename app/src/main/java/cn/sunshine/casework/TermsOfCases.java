package cn.sunshine.casework;

import cn.sunshine.deadline.TermLength;
import cn.sunshine.deadline.WorkingDays;
import cn.sunshine.engine.CaseTerms;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.TermDays;
import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.Variables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives the engine the working days ahead and the terms that a case's models count with, as the
 * pack has them at the start: a case keeps the terms that it began with.
 */
@Component
class TermsOfCases implements CaseTerms {

  private static final String SOON_SHARE = "due-soon.share";

  /** Some three months: nothing waits longer for its next answer without being far overdue. */
  private static final int DAYS_AHEAD = 60;

  /** So long may the longest term begin after the answer that brought the calendar. */
  private static final int MARGIN = 40;

  private final CaseRepository cases;
  private final Packs packs;
  private final TermDays termDays;
  private final ProcessLibrary models;
  private final WorkingDays workingDays;
  private final Clock clock;

  TermsOfCases(
      CaseRepository cases,
      Packs packs,
      TermDays termDays,
      ProcessLibrary models,
      WorkingDays workingDays,
      Clock clock) {
    this.cases = cases;
    this.packs = packs;
    this.termDays = termDays;
    this.models = models;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> atStart(String caseId) {
    CaseFile file = require(caseId);
    return withTerms(file, file.startedAt());
  }

  @Override
  public Map<String, Object> atMove(String caseId) {
    return withTerms(require(caseId), clock.instant());
  }

  private Map<String, Object> withTerms(CaseFile file, Instant at) {
    Map<String, Object> variables = new HashMap<>(calendarOf(file));
    variables.put(Variables.TERMS, terms(file, at));
    return variables;
  }

  @Override
  public Map<String, Object> calendar(String caseId) {
    return calendarOf(require(caseId));
  }

  private CaseFile require(String caseId) {
    return cases.findById(caseId).orElseThrow(() -> new IllegalStateException("no case " + caseId));
  }

  private Map<String, Object> calendarOf(CaseFile file) {
    int count = Math.max(DAYS_AHEAD, termDays.longest(file.pack(), file.process()) + MARGIN);
    List<String> days =
        workingDays.in(file.region()).ahead(clock.instant(), count).stream()
            .map(LocalDate::toString)
            .toList();
    return Map.of(Variables.WORKDAYS, days);
  }

  private Map<String, Object> terms(CaseFile file, Instant at) {
    BigDecimal share = packs.decimal(file.pack(), SOON_SHARE, at);
    Set<String> used =
        models.withCalled(file.pack(), file.process()).stream()
            .flatMap(model -> model.termKeys().stream())
            .collect(Collectors.toSet());
    return termDays.of(file.pack(), file.process(), at).entrySet().stream()
        .filter(term -> used.contains(Deadlines.key(term.getKey())))
        .collect(
            Collectors.toMap(
                term -> Deadlines.key(term.getKey()),
                term -> TermLength.of(term.getValue(), share).asVariable()));
  }
}
