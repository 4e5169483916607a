package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.expert.Appraisals;
import cn.sunshine.expert.Draw;
import cn.sunshine.region.Regions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws the experts who appraise a project, with recusal (NT-12, NT-13, JY-7). */
@Component
class DrawExperts implements JobHandler {

  private final Cases cases;
  private final ProjectStore store;
  private final Appraisals appraisals;
  private final Parameters parameters;
  private final Regions regions;

  DrawExperts(
      Cases cases,
      ProjectStore store,
      Appraisals appraisals,
      Parameters parameters,
      Regions regions) {
    this.cases = cases;
    this.store = store;
    this.appraisals = appraisals;
    this.parameters = parameters;
    this.regions = regions;
  }

  @Override
  public String jobType() {
    return "draw-experts";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    Project project = store.require(job.caseId());
    int least = parameters.number(file, "project.experts.least");
    Draw draw =
        appraisals.draw(
            file.getId(),
            file.region(),
            List.of(project.implementingUnit(), project.name(), regions.name(file.region())),
            parameters.number(file, "project.experts.drawn"));
    cases.note(
        file.getId(),
        "system",
        "experts-drawn",
        "候选 %d 人，回避 %d 人，抽取 %d 人"
            .formatted(draw.candidates().size(), draw.recused().size(), draw.drawn().size()),
        Map.of("draw", draw.id(), "seed", draw.seed()));
    int needed = parameters.number(file, "project.experts.scores-needed");
    return Map.of(
        "drawId", draw.id(),
        "experts", draw.drawn(),
        "expertsLeast", least,
        "scoresNeeded", Math.min(needed, draw.drawn().size()));
  }
}
