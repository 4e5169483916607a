package cn.sunshine.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessModelTest {

  private final ProcessModel admission = model(HouseholdAdmission.PROCESS_ID);
  private final ProcessModel notice = model(PublicNotice.PROCESS_ID);
  private final ProcessModel comparison = model(AssetComparison.PROCESS_ID);

  @Test
  void tellsIdNameAndText() {
    assertThat(admission.id()).isEqualTo("household-admission");
    assertThat(admission.name()).isEqualTo("建档立卡低收入户新增");
    assertThat(admission.resourceName()).isEqualTo("household-admission.bpmn");
    assertThat(admission.text()).startsWith("<?xml").contains("村民小组评议");
    assertThat(admission.xml())
        .isEqualTo(admission.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void knowsItsElements() {
    ProcessElement review = admission.element(HouseholdAdmission.GROUP_REVIEW).orElseThrow();
    assertThat(review.name()).isEqualTo("村民小组评议");
    assertThat(review.type()).isEqualTo("userTask");
    assertThat(review.documentation()).contains("NT-9");
    assertThat(notice.element(PublicNotice.NOTICE_EXPIRED))
        .get()
        .extracting(ProcessElement::name)
        .isEqualTo("公示期满");
    assertThat(admission.element("nothing")).isEmpty();
  }

  @Test
  void knowsWhoDoesAStepAndWhereItMayReturnTo() {
    UserTask check = admission.userTask(HouseholdAdmission.TOWNSHIP_CHECK).orElseThrow();
    assertThat(check.group()).isEqualTo(new CandidateGroup("township", Optional.of("township")));
    assertThat(check.formKey()).isEqualTo("township-check");
    assertThat(check.term()).isEqualTo("term.township-check");
    assertThat(check.returnTo()).containsExactly("correction", "group-review", "committee-review");

    UserTask correction = admission.userTask(HouseholdAdmission.CORRECTION).orElseThrow();
    assertThat(correction.group()).isEqualTo(new CandidateGroup("applicant", Optional.empty()));
    assertThat(correction.returnTo()).isEmpty();
  }

  @Test
  void theStepsThatJavaNamesAreInTheModels() {
    assertThat(admission.userTasks())
        .extracting(UserTask::id)
        .containsExactlyInAnyOrder(
            HouseholdAdmission.GROUP_REVIEW,
            HouseholdAdmission.COMMITTEE_REVIEW,
            HouseholdAdmission.TOWNSHIP_CHECK,
            HouseholdAdmission.COUNTY_SIGN_OFF,
            HouseholdAdmission.CORRECTION);
    assertThat(notice.userTasks())
        .extracting(UserTask::id)
        .containsExactly(PublicNotice.OBJECTION_REVIEW);
    assertThat(comparison.userTasks())
        .extracting(UserTask::id)
        .containsExactlyInAnyOrder(
            AssetComparison.CITY_COMPARISON, AssetComparison.DOUBT_INVESTIGATION);
    assertThat(admission.elements())
        .extracting(ProcessElement::id)
        .contains(
            HouseholdAdmission.VILLAGE_NOTICE,
            HouseholdAdmission.TOWNSHIP_NOTICE,
            HouseholdAdmission.ASSET_COMPARISON,
            HouseholdAdmission.RETURN_TARGET);
  }

  @Test
  void theMessagesThatJavaSendsAreInTheModels() {
    assertThat(admission.text())
        .contains(
            "name=\"" + HouseholdAdmission.START_MESSAGE + "\"",
            "name=\"" + HouseholdAdmission.WITHDRAWN_MESSAGE + "\"");
    assertThat(notice.text()).contains("name=\"" + PublicNotice.OBJECTION_MESSAGE + "\"");
  }

  @Test
  void theWayFromOneReviewToTheNextGoesThroughTheGateway() {
    assertThat(admission.pathBetween("group-review", "committee-review"))
        .isEqualTo(
            new ProcessPath(
                List.of(
                    "group-review--group-review-outcome", "group-review-outcome--committee-review"),
                List.of("group-review-outcome")));
  }

  @Test
  void theWayOfAReturnGoesThroughTheSharedGateway() {
    assertThat(admission.pathBetween("county-sign-off", "township-check").elements())
        .containsExactly("county-sign-off-outcome", "return-target");
  }

  @Test
  void theWayFromTheStartAndToTheEnd() {
    assertThat(admission.pathBetween("application-filed", "open-case").flows())
        .containsExactly("application-filed--open-case");
    assertThat(admission.pathBetween("county-sign-off", "admitted").elements())
        .containsExactly("county-sign-off-outcome", "register-household", "close-admitted");
  }

  @Test
  void theWayBackToTheSameStepIsALoop() {
    assertThat(admission.pathBetween("asset-comparison", "asset-comparison").elements())
        .containsExactly("comparison-outcome", "return-target");
  }

  @Test
  void theWayIntoAndOutOfTheNoticePeriod() {
    assertThat(notice.pathBetween("publish-notice", "objection-review").elements())
        .startsWith("notice-period")
        .endsWith("objection-raised");
    assertThat(notice.pathBetween("objection-review", "close-notice-refused").elements())
        .containsExactly("objection-outcome", "objection-upheld", "notice-refused");
    assertThat(notice.pathBetween("objection-review", "close-notice-returned").elements())
        .containsExactly("objection-outcome", "objection-returned", "notice-returned");
    assertThat(notice.pathBetween("publish-notice", "close-notice-passed").elements())
        .containsExactly("notice-period");
  }

  @Test
  void theWayOfAWithdrawalBeginsInItsOwnBox() {
    assertThat(admission.pathBetween("township-check", "close-withdrawn").flows())
        .containsExactly("case-withdrawn--close-withdrawn");
  }

  @Test
  void thereIsNoWayBackFromAnEnd() {
    assertThat(admission.pathBetween("admitted", "group-review"))
        .isEqualTo(new ProcessPath(List.of(), List.of()));
    assertThat(admission.pathBetween("nothing", "group-review").flows()).isEmpty();
  }

  private static ProcessModel model(String processId) {
    return ProcessLibrary.onClassPath().find("nantong", processId).orElseThrow();
  }
}
