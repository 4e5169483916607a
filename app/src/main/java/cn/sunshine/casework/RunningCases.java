package cn.sunshine.casework;

import cn.sunshine.engine.CaseGate;
import cn.sunshine.engine.EngineJob;
import org.springframework.stereotype.Component;

/** Lets the engine's work into cases that run, one piece at a time. */
@Component
class RunningCases implements CaseGate {

  private final CaseRepository cases;

  RunningCases(CaseRepository cases) {
    this.cases = cases;
  }

  @Override
  public Admission admit(EngineJob job) {
    CaseFile file =
        cases
            .lockById(job.caseId())
            .orElseThrow(() -> new IllegalStateException("no case " + job.caseId()));
    if (file.wasReplaced(job.processInstanceKey())) {
      return Admission.REPLACED;
    }
    // Jobs of the processes that it calls belong to instances of their own.
    boolean own = job.process().equals(file.model());
    if (own && !file.bind(job.processInstanceKey(), job.processVersion())) {
      return Admission.DUPLICATE;
    }
    return file.isRunning() ? Admission.RUNNING : Admission.ENDED;
  }
}
