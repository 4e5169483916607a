package cn.sunshine.demo;

import static cn.sunshine.casework.CaseFile.Status.COMPLETED;
import static cn.sunshine.casework.CaseFile.Status.REJECTED;
import static cn.sunshine.casework.CaseFile.Status.WITHDRAWN;

import cn.sunshine.account.Role;
import cn.sunshine.inbox.Decision;
import cn.sunshine.processes.FiveSignatures;
import cn.sunshine.processes.HouseholdExit;
import cn.sunshine.processes.HouseholdYearlyReview;
import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Invented exits and yearly reviews in every state (NT-10, JY-3, YC-1, WJ-4.4, SC-6), about
 * households of the demo register: most in the centre of Nantong, some in each of the other places.
 */
final class ExitStories {

  private static final String NOTE = DemoHousehold.NOTE;

  private final List<Story> stories = new ArrayList<>();
  private final DemoRegister register;

  ExitStories(DemoPlaces places, DemoRegister register) {
    this.register = register;
    Region first = places.centre(0);
    Region second = places.centre(1);
    Region third = places.centre(2);
    exits(first, second);
    reviews(second, third);
    places.withFiveSignatures().forEach(this::signed);
    wujin(places.inWujin());
    sichuan(places.inSichuan());
    Region yancheng = places.withFiveSignatures().getLast();
    stories.add(
        Story.of("round-yancheng", numberOf(yancheng, 0), yancheng, 6)
            .reviews(yancheng.code().substring(0, 6))
            .runs());
  }

  List<Story> stories() {
    return List.copyOf(stories);
  }

  private void exits(Region first, Region second) {
    stories.add(exit(first, 0, 2).waitsFor(HouseholdExit.TOWNSHIP_CHECK));
    stories.add(exit(first, 1, 14).waitsFor(HouseholdExit.TOWNSHIP_CHECK));
    stories.add(
        exit(first, 2, 6)
            .approved(HouseholdExit.TOWNSHIP_CHECK, 2)
            .waitsFor(HouseholdExit.COUNTY_CONFIRMATION));
    stories.add(
        exit(first, 3, 38)
            .approved(HouseholdExit.TOWNSHIP_CHECK, 3)
            .approved(HouseholdExit.COUNTY_CONFIRMATION, 2)
            .ended(COMPLETED));
    stories.add(
        exit(first, 4, 25)
            .decided(HouseholdExit.TOWNSHIP_CHECK, 2, Decision.REJECT, "主要收入是一次性补偿，不稳定，再看一年。")
            .ended(REJECTED));
    stories.add(
        exit(second, 0, 9)
            .returned(HouseholdExit.TOWNSHIP_CHECK, 2, "correction", "请补充子女就业的证明。")
            .waitsFor("correction"));
    stories.add(exit(second, 1, 16).withdrawn(2, "户主新患重病，暂不退出。").ended(WITHDRAWN));
  }

  private void reviews(Region second, Region third) {
    stories.add(review(second, 2, 3).waitsFor(HouseholdYearlyReview.INCOME_REPORT));
    stories.add(review(second, 3, 20).waitsFor(HouseholdYearlyReview.INCOME_REPORT));
    stories.add(
        review(third, 0, 9)
            .answered(HouseholdYearlyReview.INCOME_REPORT, 2, income(9_600))
            .waitsFor(HouseholdYearlyReview.DECISION));
    stories.add(
        review(third, 1, 12)
            .answered(HouseholdYearlyReview.INCOME_REPORT, 2, income(96_000))
            .decided(HouseholdYearlyReview.DECISION, 2, HouseholdYearlyReview.EXIT, "两个子女已就业，收入稳定。")
            .waitsFor(HouseholdYearlyReview.EXIT_REVIEW));
    stories.add(
        review(third, 2, 30)
            .answered(HouseholdYearlyReview.INCOME_REPORT, 3, income(8_000))
            .decided(HouseholdYearlyReview.DECISION, 2, HouseholdYearlyReview.ADJUST, "按上报收入调整。")
            .ended(COMPLETED));
    stories.add(
        review(third, 3, 33)
            .answered(HouseholdYearlyReview.INCOME_REPORT, 1, income(7_200))
            .decided(HouseholdYearlyReview.DECISION, 3, HouseholdYearlyReview.KEEP, "情况没有大的变化。")
            .ended(COMPLETED));
  }

  private void signed(Region village) {
    stories.add(exit(village, 0, 3).waitsFor(FiveSignatures.HOUSEHOLD));
    stories.add(
        exit(village, 1, 10)
            .approved(FiveSignatures.HOUSEHOLD, 1)
            .approved(FiveSignatures.HELPER, 2)
            .approved(FiveSignatures.VILLAGE, 1)
            .waitsFor(FiveSignatures.TOWNSHIP));
    stories.add(
        exit(village, 2, 35)
            .approved(FiveSignatures.HOUSEHOLD, 1)
            .approved(FiveSignatures.HELPER, 2)
            .approved(FiveSignatures.VILLAGE, 1)
            .approved(FiveSignatures.TOWNSHIP, 2)
            .approved(FiveSignatures.DEPARTMENT, 3)
            .ended(COMPLETED));
    stories.add(
        exit(village, 3, 8)
            .approved(FiveSignatures.HOUSEHOLD, 1)
            .decided(FiveSignatures.HELPER, 2, Decision.REJECT, "房屋西山墙有裂缝，住房还没有保障。")
            .waitsFor("correction"));
  }

  private void wujin(Region village) {
    stories.add(exit(village, 0, 2).waitsFor(HouseholdExit.TOWNSHIP_CHECK));
    stories.add(
        exit(village, 1, 7)
            .approved(HouseholdExit.TOWNSHIP_CHECK, 2)
            .waitsFor(HouseholdExit.COUNTY_CONFIRMATION));
    stories.add(
        exit(village, 2, 31)
            .approved(HouseholdExit.TOWNSHIP_CHECK, 3)
            .approved(HouseholdExit.COUNTY_CONFIRMATION, 2)
            .ended(COMPLETED));
    stories.add(review(village, 3, 4).waitsFor(HouseholdYearlyReview.INCOME_REPORT));
  }

  private void sichuan(Region village) {
    // The township has still to attach the evidence without which nobody leaves (SC-6).
    stories.add(exit(village, 0, 3).waitsFor(HouseholdExit.TOWNSHIP_CHECK));
    stories.add(
        review(village, 1, 6)
            .answered(HouseholdYearlyReview.INCOME_REPORT, 2, income(21_000))
            .waitsFor(HouseholdYearlyReview.DECISION));
    stories.add(review(village, 2, 2).waitsFor(HouseholdYearlyReview.INCOME_REPORT));
  }

  private Story.Teller exit(Region village, int entry, int daysAgo) {
    return about(
        HouseholdExit.PROCESS_ID,
        Role.VILLAGE_COMMITTEE,
        village,
        entry,
        daysAgo,
        Map.of("yearlyIncome", 66_000, "reason", "子女就业，家庭收入稳定超过标准。", "note", NOTE));
  }

  private Story.Teller review(Region village, int entry, int daysAgo) {
    return about(
        HouseholdYearlyReview.PROCESS_ID,
        Role.TOWNSHIP_OFFICE,
        village,
        entry,
        daysAgo,
        Map.of("note", NOTE));
  }

  private Story.Teller about(
      String process,
      Role byWhom,
      Region village,
      int entry,
      int daysAgo,
      Map<String, Object> data) {
    int number = numberOf(village, entry);
    return Story.of(process + "-" + village.code() + "-" + entry, number, village, daysAgo)
        .about(process, byWhom, number, data);
  }

  private int numberOf(Region village, int entry) {
    return register.entriesIn(village).get(entry).number();
  }

  private static Map<String, Object> income(int yuan) {
    return Map.of("yearlyIncome", yuan, "note", NOTE);
  }
}
