package cn.sunshine.project;

import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.expert.Draw;
import cn.sunshine.inbox.Inbox;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sums up what the experts scored; those who have not scored need not any more. */
@Component
class TallyScores implements JobHandler {

  private final Cases cases;
  private final Appraisals appraisals;
  private final Inbox inbox;

  TallyScores(Cases cases, Appraisals appraisals, Inbox inbox) {
    this.cases = cases;
    this.appraisals = appraisals;
    this.inbox = inbox;
  }

  @Override
  public String jobType() {
    return "tally-scores";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    Draw draw = appraisals.latest(job.caseId()).orElseThrow();
    inbox.cancelWith(job.caseId(), "drawId", draw.id());
    String mean = appraisals.average(draw).map(Object::toString).orElse("0");
    cases.note(
        job.caseId(),
        "system",
        "scores-tallied",
        "收到 " + appraisals.scores(draw).size() + " 份评分，平均 " + mean + " 分",
        Map.of("draw", draw.id(), "average", mean));
    return Map.of();
  }
}
