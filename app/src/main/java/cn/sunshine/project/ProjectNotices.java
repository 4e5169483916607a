package cn.sunshine.project;

import cn.sunshine.bidding.Tender;
import cn.sunshine.bidding.Tenders;
import cn.sunshine.casework.Cases;
import cn.sunshine.notice.NoticeContent;
import cn.sunshine.notice.NoticeWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes the public notices of projects: what is planned, and who won the bidding. */
@Component
class ProjectNotices implements NoticeWriter {

  private final ProjectStore store;
  private final Tenders tenders;
  private final Cases cases;

  ProjectNotices(ProjectStore store, Tenders tenders, Cases cases) {
    this.store = store;
    this.tenders = tenders;
    this.cases = cases;
  }

  @Override
  public Set<String> processes() {
    return Arrays.stream(ProjectType.values())
        .map(ProjectType::process)
        .collect(Collectors.toUnmodifiableSet());
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
                    project.type().title() + "公示",
                    project.name(),
                    "总预算 %s%s，由 %s 实施。%s"
                        .formatted(
                            Money.words(project.budget()),
                            forHouseholds(caseId),
                            project.implementingUnit(),
                            project.purpose())));
  }

  /** How many households get it; who they are is not for everybody's eyes. */
  private String forHouseholds(String caseId) {
    int households = Beneficiaries.of(cases.require(caseId)).size();
    return households == 0 ? "" : "，兑付给低收入户 " + households + " 户";
  }
}
