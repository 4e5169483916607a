package cn.sunshine.demo;

import static cn.sunshine.casework.CaseFile.Status.COMPLETED;
import static cn.sunshine.casework.CaseFile.Status.REJECTED;
import static cn.sunshine.processes.AssetComparison.DOUBT_INVESTIGATION;
import static cn.sunshine.processes.HouseholdAdmission.COMMITTEE_REVIEW;
import static cn.sunshine.processes.HouseholdAdmission.COMPARISON_AUTHORISATION;
import static cn.sunshine.processes.HouseholdAdmission.COUNTY_SIGN_OFF;
import static cn.sunshine.processes.HouseholdAdmission.HOUSEHOLD_SURVEY;
import static cn.sunshine.processes.HouseholdAdmission.REPRESENTATIVES_MEETING;
import static cn.sunshine.processes.HouseholdAdmission.REVIEW_MEETING;
import static cn.sunshine.processes.HouseholdAdmission.SPOT_CHECK;
import static cn.sunshine.processes.HouseholdAdmission.TOWNSHIP_CHECK;

import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented admissions outside Nantong, each by the chain of its place (JY-3, YC-1, SC-4, WJ-2.1),
 * among them households that have left and come back.
 */
final class AdmissionStories {

  /** Behind the numbers of all other stories. */
  private static final int FIRST_NUMBER = 1_500;

  /** The register entry whose exit {@link ExitStories} tells to its end. */
  private static final int LEFT = 2;

  /** Under the line of every place. */
  private static final int YUAN_PER_PERSON = 3_200;

  private final List<Story> stories = new ArrayList<>();
  private final List<StoryBook.AssetLine> assets = new ArrayList<>();
  private final DemoRegister register;

  AdmissionStories(DemoPlaces places, DemoRegister register) {
    this.register = register;
    jiangyin(places.withFiveSignatures().getFirst());
    yancheng(places.withFiveSignatures().getLast());
    sichuan(places.inSichuan());
    wujin(places.inWujin());
  }

  List<Story> stories() {
    return List.copyOf(stories);
  }

  /** What the bureaus of these places know of the people in the stories. */
  List<StoryBook.AssetLine> assets() {
    return List.copyOf(assets);
  }

  private void jiangyin(Region village) {
    stories.add(story(village, 2).waitsFor(HOUSEHOLD_SURVEY));
    Story doubtful = story(village, 3).waitsFor(DOUBT_INVESTIGATION);
    own(doubtful, "security", "证券账户一个", 23_000);
    stories.add(doubtful);
    stories.add(story(village, 5).carried(HOUSEHOLD_SURVEY, 2).isPublished());
    stories.add(story(village, 12).carried(HOUSEHOLD_SURVEY, 2).waitsFor(TOWNSHIP_CHECK));
    Story upheld = story(village, 15).investigated(2, true, "近期购买的小型轿车，属实。").ended(REJECTED);
    own(upheld, "vehicle", "小型轿车一辆", 96_000);
    stories.add(upheld);
    stories.add(
        returned(village, 24)
            .carried(HOUSEHOLD_SURVEY, 2)
            .approved(TOWNSHIP_CHECK, 1)
            .waitsFor(COUNTY_SIGN_OFF));
  }

  private void yancheng(Region village) {
    stories.add(story(village, 1).waitsFor(COMPARISON_AUTHORISATION));
    Story doubtful =
        story(village, 4).carried(COMPARISON_AUTHORISATION, 1).waitsFor(DOUBT_INVESTIGATION);
    own(doubtful, "farm-machinery", "手扶拖拉机一台", 4_000);
    own(doubtful, "farm-machinery", "联合收割机一台", 86_000);
    stories.add(doubtful);
    stories.add(story(village, 4).carried(COMPARISON_AUTHORISATION, 1).waitsFor(REVIEW_MEETING));
    stories.add(
        story(village, 6)
            .carried(COMPARISON_AUTHORISATION, 1)
            .approved(REVIEW_MEETING, 1)
            .isPublished());
    stories.add(
        returned(village, 24)
            .carried(COMPARISON_AUTHORISATION, 1)
            .approved(REVIEW_MEETING, 1)
            .approved(TOWNSHIP_CHECK, 1)
            .approved(COUNTY_SIGN_OFF, 2)
            .ended(COMPLETED));
  }

  private void sichuan(Region village) {
    stories.add(story(village, 2).waitsFor(REPRESENTATIVES_MEETING));
    stories.add(story(village, 5).carried(REPRESENTATIVES_MEETING, 2).isPublished());
    stories.add(story(village, 13).carried(REPRESENTATIVES_MEETING, 2).waitsFor(TOWNSHIP_CHECK));
    stories.add(
        story(village, 21)
            .carried(REPRESENTATIVES_MEETING, 1)
            .approved(TOWNSHIP_CHECK, 1)
            .approved(COUNTY_SIGN_OFF, 1)
            .isPublished());
  }

  private void wujin(Region village) {
    stories.add(story(village, 2).waitsFor(COMMITTEE_REVIEW));
    stories.add(
        story(village, 32)
            .approved(COMMITTEE_REVIEW, 1)
            .approved(TOWNSHIP_CHECK, 1)
            .approved(COUNTY_SIGN_OFF, 1)
            .waitsFor(SPOT_CHECK));
    stories.add(returned(village, 14).approved(COMMITTEE_REVIEW, 1).waitsFor(TOWNSHIP_CHECK));
  }

  private Story.Teller story(Region village, int daysAgo) {
    int number = FIRST_NUMBER + stories.size();
    return Story.of("admission-" + village.code() + "-" + number, number, village, daysAgo)
        .incomePerPerson(YUAN_PER_PERSON);
  }

  /** The household of the register that has left comes back. */
  private Story.Teller returned(Region village, int daysAgo) {
    int entry = register.entriesIn(village).get(LEFT).number();
    return Story.of("return-" + village.code(), entry, village, daysAgo)
        .incomePerPerson(YUAN_PER_PERSON)
        .again(entry);
  }

  private void own(Story story, String item, String description, int amount) {
    assets.add(
        new StoryBook.AssetLine(
            story.household().head().idNumber(),
            item,
            story.village().code().substring(0, 6),
            description,
            amount));
  }
}
