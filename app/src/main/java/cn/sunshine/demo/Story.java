package cn.sunshine.demo;

import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.inbox.Decision;
import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The story of one invented case: who applied when, and what happened then. Days are calendar days.
 *
 * @param key the same at every start, so that a story is told once
 * @param number decides which household it is about
 * @param beginning what kind of case it is
 * @param beganDaysAgo before the start
 * @param applicant the village for the farmer, or the farmer
 */
record Story(
    String key,
    int number,
    Region village,
    int beganDaysAgo,
    Role applicant,
    DemoHousehold household,
    Beginning beginning,
    List<Scene> scenes) {

  Story {
    scenes = List.copyOf(scenes);
  }

  /** What a story begins with. */
  sealed interface Beginning {

    /** The household's application for admission. */
    record Applies() implements Beginning {}

    /** The same of a household that has left the register, once its exit is told. */
    record AppliesAgain(int entry) implements Beginning {}

    /** A case about a household that is in the register under an entry's number. */
    record AboutRegistered(String process, int entry, Map<String, Object> data)
        implements Beginning {}

    /** A project as its application form has it. */
    record PutsForward(String process, Map<String, Object> data) implements Beginning {}

    /** A round of yearly reviews of a county. */
    record Reviews(String county) implements Beginning {}
  }

  /** What happens, or where the story ends, once the engine has brought the case there. */
  sealed interface Scene {

    /** Somebody whose task it is decides, so many days after it came. */
    record Decides(
        String taskType, int afterDays, String outcome, String comment, Map<String, Object> data)
        implements Scene {}

    /**
     * Somebody does a step with the evidence that it wants, and the answers that are usual except
     * for those given here.
     */
    record Carries(
        String taskType, int afterDays, String outcome, String comment, Map<String, Object> data)
        implements Scene {}

    /** So many firms bid for the project's open tender. */
    record TakesBids(int bidders) implements Scene {}

    /** The county finds on every doubt. */
    record Investigates(int afterDays, boolean upheld, String note) implements Scene {}

    /** Somebody objects to the notice, so many days after its publication. */
    record Objects(int afterDays, String text) implements Scene {}

    /** The applicant withdraws, so many days after the application. */
    record Withdraws(int afterDays, String reason) implements Scene {}

    /** The case waits for this task. */
    record WaitsFor(String taskType) implements Scene {}

    /** The case runs, and nobody has a task in it. */
    record Runs() implements Scene {}

    /** A notice of the case hangs. */
    record IsPublished() implements Scene {}

    /** The case has ended. */
    record Ended(CaseFile.Status status) implements Scene {}
  }

  /** Tells a story from its beginning. */
  static Teller of(String key, int number, Region village, int beganDaysAgo) {
    return new Teller(key, number, village, beganDaysAgo);
  }

  /** Puts a story together in the order of its scenes. */
  static final class Teller {
    private final String key;
    private final int number;
    private final Region village;
    private final int beganDaysAgo;
    private final List<Scene> scenes = new ArrayList<>();
    private Role applicant = Role.VILLAGE_COMMITTEE;
    private Beginning beginning = new Beginning.Applies();
    private DemoHousehold household;

    private Teller(String key, int number, Region village, int beganDaysAgo) {
      this.key = key;
      this.number = number;
      this.village = village;
      this.beganDaysAgo = beganDaysAgo;
      this.household = DemoPeople.household(number, village);
    }

    Teller byTheFarmer() {
      applicant = Role.FARMER;
      return this;
    }

    /** Not an admission, but a case about a household of the register. */
    Teller about(String process, Role byWhom, int entry, Map<String, Object> data) {
      beginning = new Beginning.AboutRegistered(process, entry, data);
      applicant = byWhom;
      return this;
    }

    /** The household of a register entry that has left applies again. */
    Teller again(int entry) {
      beginning = new Beginning.AppliesAgain(entry);
      return this;
    }

    Teller reviews(String county) {
      beginning = new Beginning.Reviews(county);
      applicant = Role.COUNTY_OFFICE;
      return this;
    }

    Teller answered(String taskType, int afterDays, Map<String, Object> data) {
      return scene(new Scene.Decides(taskType, afterDays, Decision.APPROVE, "", data));
    }

    /** Yuan a year; the line is 7,000 (NT-8). */
    Teller incomePerPerson(int yuan) {
      household = household.withIncomePerPerson(yuan);
      return this;
    }

    Teller approved(String taskType, int afterDays) {
      return decided(taskType, afterDays, Decision.APPROVE, "");
    }

    /** Approved with the papers and the answers that the step wants. */
    Teller carried(String taskType, int afterDays) {
      return scene(new Scene.Carries(taskType, afterDays, Decision.APPROVE, "", Map.of()));
    }

    Teller decided(String taskType, int afterDays, String outcome, String comment) {
      return scene(new Scene.Decides(taskType, afterDays, outcome, comment, Map.of()));
    }

    Teller returned(String taskType, int afterDays, String to, String comment) {
      return scene(
          new Scene.Decides(taskType, afterDays, Decision.RETURN, comment, Map.of("to", to)));
    }

    Teller corrected(int afterDays) {
      return scene(
          new Scene.Decides("correction", afterDays, Decision.APPROVE, "已补充材料。", Map.of()));
    }

    Teller investigated(int afterDays, boolean upheld, String note) {
      return scene(new Scene.Investigates(afterDays, upheld, note));
    }

    Teller objected(int afterDays, String text) {
      return scene(new Scene.Objects(afterDays, text));
    }

    Teller withdrawn(int afterDays, String reason) {
      return scene(new Scene.Withdraws(afterDays, reason));
    }

    /** Through the village: its two reviews; the notice follows by itself. */
    Teller throughTheVillage() {
      return approved("group-review", 1).approved("committee-review", 1);
    }

    /** Through both notices, up to the comparison. */
    Teller throughBothNotices() {
      return throughTheVillage().approved("township-check", 1);
    }

    Story waitsFor(String taskType) {
      return scene(new Scene.WaitsFor(taskType)).told();
    }

    Story runs() {
      return scene(new Scene.Runs()).told();
    }

    Story isPublished() {
      return scene(new Scene.IsPublished()).told();
    }

    Story ended(CaseFile.Status status) {
      return scene(new Scene.Ended(status)).told();
    }

    private Teller scene(Scene scene) {
      scenes.add(scene);
      return this;
    }

    private Story told() {
      return new Story(key, number, village, beganDaysAgo, applicant, household, beginning, scenes);
    }
  }
}
