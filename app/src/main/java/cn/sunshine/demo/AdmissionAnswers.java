package cn.sunshine.demo;

import cn.sunshine.inbox.Task;
import cn.sunshine.processes.HouseholdAdmission;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What offices answer to those forms of an admission that cannot stay empty. */
final class AdmissionAnswers {

  private AdmissionAnswers() {}

  /** The answers to a step's form; empty for steps that are none of an admission. */
  static Optional<Map<String, Object>> to(Task task, LocalDate today) {
    return switch (task.taskType()) {
      case HouseholdAdmission.HOUSEHOLD_SURVEY ->
          Optional.of(
              Map.of(
                  "visitDate", today.toString(),
                  "surveyors", "陈芳、周伟",
                  "note", "户主患慢性病，收入主要靠土地流转，情况与申请一致。"));
      case HouseholdAdmission.COMPARISON_AUTHORISATION ->
          Optional.of(Map.of("signedBy", "户主和全部成年成员", "signedOn", today.toString()));
      case HouseholdAdmission.REPRESENTATIVES_MEETING ->
          Optional.of(
              Map.of(
                  "meetingDate",
                  today.toString(),
                  "attended",
                  36,
                  "agreed",
                  34,
                  "thirdParty",
                  "县社会工作协会",
                  "thirdPartyOpinion",
                  "评议公开，程序完整。"));
      default -> Optional.empty();
    };
  }
}
