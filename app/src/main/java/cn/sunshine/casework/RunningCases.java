package cn.sunshine.casework;

import cn.sunshine.engine.CaseGate;
import org.springframework.stereotype.Component;

/** Lets the engine's work into cases that run, one piece at a time. */
@Component
class RunningCases implements CaseGate {

  private final CaseRepository cases;

  RunningCases(CaseRepository cases) {
    this.cases = cases;
  }

  @Override
  public boolean holdRunning(String caseId) {
    return cases
        .lockById(caseId)
        .orElseThrow(() -> new IllegalStateException("no case " + caseId))
        .isRunning();
  }
}
