package cn.sunshine.project;

import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.notice.NoticeContent;
import cn.sunshine.notice.NoticeWriter;
import java.util.Optional;

/** Writes the public notices of projects: what is planned, and who won the bidding. */
final class ProjectNotices implements NoticeWriter {

  private final ProjectType type;
  private final ProjectStore store;
  private final Tenders tenders;

  ProjectNotices(ProjectType type, ProjectStore store, Tenders tenders) {
    this.type = type;
    this.store = store;
    this.tenders = tenders;
  }

  @Override
  public String process() {
    return type.process();
  }

  @Override
  public NoticeContent contentFor(String caseId) {
    Project project = store.require(caseId);
    Optional<Tender> won = tenders.latest(caseId).filter(tender -> tender.winner().isPresent());
    return won.map(
            tender ->
                new NoticeContent(
                    "中标（成交）结果公示",
                    project.name(),
                    "“%s”拟由 %s 中标，金额 %s。"
                        .formatted(
                            tender.title(),
                            tender.winner().orElseThrow(),
                            Money.words(tender.award().orElseThrow()))))
        .orElseGet(
            () ->
                new NoticeContent(
                    type.title() + "公示",
                    project.name(),
                    "总预算 %s，由 %s 实施。%s"
                        .formatted(
                            Money.words(project.budget()),
                            project.implementingUnit(),
                            project.purpose())));
  }
}
