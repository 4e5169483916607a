package cn.sunshine.demo;

import static cn.sunshine.casework.CaseFile.Status.COMPLETED;
import static cn.sunshine.casework.CaseFile.Status.REJECTED;
import static cn.sunshine.casework.CaseFile.Status.WITHDRAWN;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.inbox.Decision;
import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * All stories: running and ended cases in every state of an admission (NT-8, NT-9). The group and
 * the committee take a day each and notices seven (those of Nantong's pack), so that a village's
 * notice hangs from day 2 to 8, the township's from day 10 to 16, and the comparison is on day 17.
 */
@DemoComponent
class StoryBook {

  /** Behind the numbers of the registered households. */
  private static final int FIRST_NUMBER = 1_000;

  private final DemoPlaces places;
  private final List<Story> stories = new ArrayList<>();
  private final List<AssetLine> assets = new ArrayList<>();

  StoryBook(DemoPlaces places, DemoRegister register) {
    this.places = places;
    inTheVillage();
    inTheTownship();
    inTheComparison();
    atTheCounty();
    withTheApplicant();
    ended();
    inTongzhou();
    longAgo();
    stories.addAll(new ExitStories(places, register).stories());
    stories.addAll(new ProjectStories(places, register).stories());
    AdmissionStories elsewhere = new AdmissionStories(places, register);
    stories.addAll(elsewhere.stories());
    assets.addAll(elsewhere.assets());
  }

  /** What a bureau knows of somebody in a story. */
  record AssetLine(IdNumber person, String item, String region, String description, int amount) {}

  List<Story> stories() {
    return List.copyOf(stories);
  }

  /** What has to be known before the stories come to the comparison. */
  List<AssetLine> assets() {
    return List.copyOf(assets);
  }

  private void inTheVillage() {
    for (int days : List.of(0, 0, 1, 2, 5, 12, 19)) {
      stories.add(story(days).waitsFor("group-review"));
    }
    for (int days : List.of(1, 2, 4, 7, 14, 20)) {
      stories.add(story(days).approved("group-review", 1).waitsFor("committee-review"));
    }
    for (int days : List.of(3, 4, 5, 7, 8)) {
      stories.add(story(days).throughTheVillage().isPublished());
    }
    objections();
  }

  private void objections() {
    stories.add(
        story(4)
            .throughTheVillage()
            .objected(1, "他家儿子在南通开了一家装潢店，收入不低，请核实。")
            .waitsFor("objection-review"));
    stories.add(
        story(5)
            .throughTheVillage()
            .objected(0, "听说他家去年在镇上买了商品房，请查清楚再定。")
            .waitsFor("objection-review"));
    stories.add(
        story(8)
            .throughTheVillage()
            .objected(1, "申请人常年住在苏州女儿家，不在村里生活。")
            .waitsFor("objection-review"));
    stories.add(
        story(7)
            .throughTheVillage()
            .objected(0, "他家有两辆电动三轮车，条件不差。")
            .decided("objection-review", 1, Decision.APPROVE, "电动三轮车不属于比对范围，异议不成立。")
            .isPublished());
  }

  private void inTheTownship() {
    for (int days : List.of(10, 12, 14, 19, 24)) {
      stories.add(story(days).throughTheVillage().waitsFor("township-check"));
    }
    for (int days : List.of(11, 13, 16)) {
      stories.add(story(days).throughBothNotices().isPublished());
    }
    stories.add(
        story(16)
            .throughTheVillage()
            .returned("township-check", 1, "committee-review", "缺少村（居）委会评议记录，请补充后再报。")
            .waitsFor("committee-review"));
  }

  private void inTheComparison() {
    for (int days : List.of(20, 22, 33)) {
      Story story = story(days).throughBothNotices().waitsFor("city-comparison");
      own(story, "housing", "320505", "商品房一套（苏州）", 860_000);
      own(story, "vehicle", "320602", "小型轿车一辆", 42_000);
      stories.add(story);
    }
    for (int days : List.of(19, 21, 26, 45)) {
      Story story = story(days).throughBothNotices().waitsFor("doubt-investigation");
      own(story, "vehicle", county(story), "轻型货车一辆", 35_000);
      if (days > 25) {
        own(story, "provident-fund", county(story), "单位缴存账户一个", 12_600);
      }
      stories.add(story);
    }
  }

  private void atTheCounty() {
    for (int days : List.of(19, 20, 22, 32)) {
      stories.add(story(days).throughBothNotices().waitsFor("county-sign-off"));
    }
    Story investigated =
        story(25)
            .throughBothNotices()
            .investigated(2, false, "该车已于去年报废，有注销证明，不属实。")
            .waitsFor("county-sign-off");
    own(investigated, "vehicle", county(investigated), "小型普通客车一辆", 8_000);
    stories.add(investigated);
  }

  private void withTheApplicant() {
    stories.add(
        story(4)
            .byTheFarmer()
            .returned("group-review", 1, "correction", "家庭收入没有算上土地流转收入，请核对后重报。")
            .waitsFor("correction"));
    stories.add(
        story(15)
            .throughTheVillage()
            .returned("township-check", 1, "correction", "残疾证已过期，请补充有效的证明材料。")
            .waitsFor("correction"));
    stories.add(
        story(24)
            .byTheFarmer()
            .returned("group-review", 2, "correction", "请补充大病医疗支出的票据。")
            .waitsFor("correction"));
    stories.add(
        story(9)
            .returned("group-review", 1, "correction", "成员与户口簿不一致，请核对。")
            .corrected(2)
            .waitsFor("group-review"));
  }

  private void ended() {
    for (int days : List.of(30, 34, 38, 41)) {
      stories.add(story(days).throughBothNotices().approved("county-sign-off", 2).ended(COMPLETED));
    }
    Story dismissed =
        story(44)
            .throughBothNotices()
            .investigated(3, false, "登记在名下的货车实为其弟所有，已办理过户，不属实。")
            .approved("county-sign-off", 1)
            .ended(COMPLETED);
    own(dismissed, "vehicle", county(dismissed), "轻型货车一辆", 26_000);
    stories.add(dismissed);
    Story upheld =
        story(40).throughBothNotices().investigated(4, true, "经核实为近期购买的家用轿车，属实。").ended(REJECTED);
    own(upheld, "vehicle", county(upheld), "小型轿车一辆", 118_000);
    stories.add(upheld);
    stories.add(story(36).incomePerPerson(7_300).throughBothNotices().ended(REJECTED));
    stories.add(
        story(12)
            .decided("group-review", 2, Decision.REJECT, "评议会 17 人参加，4 人同意，未过半数。")
            .ended(REJECTED));
    stories.add(
        story(18)
            .approved("group-review", 1)
            .decided("committee-review", 2, Decision.REJECT, "家中有经营性收入未申报。")
            .ended(REJECTED));
    stories.add(
        story(21)
            .throughTheVillage()
            .decided("township-check", 2, Decision.REJECT, "户主已在其他县享受同类帮扶，不予纳入。")
            .ended(REJECTED));
    stories.add(
        story(8)
            .throughTheVillage()
            .objected(1, "他家在镇上有门面房出租。")
            .decided("objection-review", 1, Decision.REJECT, "经查确有门面房出租，年租金 3 万元，异议成立。")
            .ended(REJECTED));
    stories.add(story(11).byTheFarmer().withdrawn(2, "儿子已找到工作，家里收入够了。").ended(WITHDRAWN));
    stories.add(story(17).approved("group-review", 1).withdrawn(3, "户主已随子女迁往外地。").ended(WITHDRAWN));
  }

  /** So that supervisors see how punctual the past months were: mostly in time, not always. */
  private void longAgo() {
    for (int days : List.of(48, 54, 59, 63, 69, 74, 80)) {
      boolean late = days % 2 == 1;
      stories.add(
          story(days)
              .approved("group-review", late ? 9 : 2)
              .approved("committee-review", 1)
              .approved("township-check", days == 69 ? 12 : 2)
              .approved("county-sign-off", days == 59 ? 14 : 3)
              .ended(COMPLETED));
    }
  }

  private void inTongzhou() {
    int number = FIRST_NUMBER + stories.size();
    stories.add(
        Story.of("tongzhou-1", number, places.inTongzhou(0), 5).throughTheVillage().isPublished());
    stories.add(
        Story.of("tongzhou-2", number + 1, places.inTongzhou(1), 11)
            .throughTheVillage()
            .waitsFor("township-check"));
    stories.add(
        Story.of("tongzhou-3", number + 2, places.inTongzhou(0), 33)
            .throughBothNotices()
            .approved("county-sign-off", 1)
            .ended(COMPLETED));
  }

  /** Every second story in the villages of the centre, the others all over the city. */
  private Story.Teller story(int beganDaysAgo) {
    int number = stories.size();
    Region village = number % 2 == 0 ? places.centre(number / 2 % 3) : places.elsewhere(number / 2);
    return Story.of("story-" + number, FIRST_NUMBER + number, village, beganDaysAgo);
  }

  private void own(Story story, String item, String region, String description, int amount) {
    assets.add(
        new AssetLine(story.household().head().idNumber(), item, region, description, amount));
  }

  private static String county(Story story) {
    return story.village().code().substring(0, 6);
  }
}
