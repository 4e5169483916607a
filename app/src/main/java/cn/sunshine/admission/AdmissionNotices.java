package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.notice.NoticeContent;
import cn.sunshine.notice.NoticeWriter;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the public notices of admissions: who, how many, since when; no identities. */
@Component
class AdmissionNotices implements NoticeWriter {

  private final Cases cases;

  AdmissionNotices(Cases cases) {
    this.cases = cases;
  }

  @Override
  public Set<String> processes() {
    return Set.of(HouseholdAdmission.PROCESS);
  }

  @Override
  public NoticeContent contentFor(String caseId) {
    CaseFile file = cases.require(caseId);
    HouseholdApplication application = HouseholdApplication.of(file.data());
    return new NoticeContent(
        "拟纳入建档立卡低收入户公示",
        HouseholdApplication.maskedName(application.head().name()),
        "家庭 " + application.size() + " 人，申请纳入建档立卡低收入户。");
  }
}
