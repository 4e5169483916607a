package cn.sunshine.demo;

import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.demo.Story.Scene;
import cn.sunshine.inbox.Decision;
import cn.sunshine.processes.Projects;
import cn.sunshine.region.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the story of one invented project together, step by step. It knows how long each step took,
 * so that the project begins as many days ago as its steps and its last rest need.
 */
final class ProjectTale {

  private static final int NOTICE_DAYS = 7;
  private static final int BIDDING_DAYS = 8;
  private static final List<Integer> SCORED_AFTER_DAYS = List.of(1, 1, 2, 2);

  private final String process;
  private final Region village;
  private final Map<String, Object> application = new LinkedHashMap<>();
  private final List<Scene> scenes = new ArrayList<>();
  private int days;

  private ProjectTale(String process, Region village) {
    this.process = process;
    this.village = village;
  }

  /** A project of a kind, to be built in a village by a unit. */
  static ProjectTale of(String process, Region village, String name, String kind, String unit) {
    ProjectTale tale = new ProjectTale(process, village);
    tale.application.put("name", DemoPlaces.shortName(village) + name);
    tale.application.put("kind", kind);
    tale.application.put("implementingUnit", DemoPlaces.shortName(village) + unit);
    tale.application.put("note", "演示数据：项目、单位和金额均为虚构。");
    return tale;
  }

  /** What it is for, and how many poor households gain. */
  ProjectTale toWhatEnd(String purpose, int households) {
    application.put("purpose", purpose);
    application.put("households", households);
    return this;
  }

  /** Where the money comes from, in yuan by source. */
  ProjectTale paidBy(Map<String, Integer> funds) {
    application.put("budget", funds.values().stream().mapToInt(Integer::intValue).sum());
    application.put(
        "funds",
        funds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(fund -> Map.of("source", fund.getKey(), "amount", fund.getValue()))
            .toList());
    return this;
  }

  /** Each household of the list with its amount; together they are the budget. */
  ProjectTale toHouseholds(List<Integer> entries, int yuanEach) {
    application.put("households", new Beneficiaries(entries, yuanEach));
    return this;
  }

  /** Households of the demo register, whose numbers are known only when the story is told. */
  record Beneficiaries(List<Integer> entries, int yuanEach) {}

  // ---- steps

  /** A step done as usual. */
  ProjectTale carried(String step, int afterDays) {
    return decided(step, afterDays, Decision.APPROVE, "", Map.of());
  }

  ProjectTale decided(
      String step, int afterDays, String outcome, String comment, Map<String, Object> data) {
    scenes.add(new Scene.Carries(step, afterDays, outcome, comment, data));
    days += afterDays;
    return this;
  }

  ProjectTale noticePassed() {
    days += NOTICE_DAYS;
    return this;
  }

  ProjectTale scored() {
    SCORED_AFTER_DAYS.forEach(
        afterDays ->
            scenes.add(
                new Scene.Carries("expert-scoring", afterDays, Decision.APPROVE, "", Map.of())));
    days += SCORED_AFTER_DAYS.getLast();
    return this;
  }

  /** From the application into the reserve library, or as far as this kind goes without one. */
  ProjectTale reserved() {
    return switch (process) {
      case Projects.PROVINCIAL ->
          carried("village-confirmation", 3)
              .carried("project-check", 3)
              .carried("project-survey", 6)
              .scored()
              .carried("project-review", 3);
      case Projects.MUNICIPAL ->
          carried("village-confirmation", 3)
              .carried("project-survey", 6)
              .scored()
              .carried("project-review", 3);
      case Projects.POOLED ->
          carried("project-township-check", 3)
              .carried("project-survey", 7)
              .carried("project-argument", 6)
              .scored()
              .carried("project-review", 3);
      case Projects.DIRECT ->
          carried("village-confirmation", 2).noticePassed().carried("project-township-check", 3);
      default ->
          carried("investment-survey", 6)
              .carried("feasibility-study", 7)
              .carried("democratic-decision", 4)
              .noticePassed()
              .carried("project-township-check", 3);
    };
  }

  ProjectTale approved() {
    return process.equals(Projects.MUNICIPAL)
        ? reserved()
            .carried("implementation-scheme", 6)
            .carried("joint-check", 2)
            .carried("joint-check", 2)
        : reserved().carried("project-approval", 3);
  }

  /** The tender, closed long enough ago; so many bid. */
  ProjectTale closed(int bidders) {
    decided("tender-document", 4, Decision.APPROVE, "", Map.of("days", BIDDING_DAYS));
    scenes.add(new Scene.TakesBids(bidders));
    days += BIDDING_DAYS;
    return this;
  }

  ProjectTale evaluated() {
    return closed(3)
        .carried("bid-opening-first", 0)
        .carried("bid-opening-second", 0)
        .carried("bid-evaluation", 2);
  }

  ProjectTale contracted() {
    return process.equals(Projects.DIRECT)
        ? approved()
        : approved().evaluated().noticePassed().carried("contract-signing", 4);
  }

  /** With all three milestones. */
  ProjectTale built() {
    return contracted()
        .carried("implementation-plan", 4)
        .carried("milestone-report", 15)
        .carried("milestone-report", 20)
        .carried("milestone-report", 18);
  }

  ProjectTale accepted() {
    return built()
        .carried("preliminary-acceptance", 4)
        .carried("acceptance-application", 3)
        .carried("county-acceptance", 5)
        .carried("final-account", 8);
  }

  // ---- ends

  Story waitsFor(String step, int sinceDays) {
    return rests(new Scene.WaitsFor(step), sinceDays);
  }

  Story isPublished(int sinceDays) {
    return rests(new Scene.IsPublished(), sinceDays);
  }

  /** The tender is open until so many days from its publication; so many have bid. */
  Story takesBids(int ofDays, int bidders, int sinceDays) {
    decided("tender-document", 4, Decision.APPROVE, "", Map.of("days", ofDays));
    scenes.add(new Scene.TakesBids(bidders));
    return rests(new Scene.Runs(), sinceDays);
  }

  Story withdrawn(int afterDays, String reason) {
    scenes.add(new Scene.Withdraws(afterDays, reason));
    return rests(new Scene.Ended(CaseFile.Status.WITHDRAWN), afterDays + 5);
  }

  Story ended(CaseFile.Status status, int sinceDays) {
    return rests(new Scene.Ended(status), sinceDays);
  }

  private Story rests(Scene end, int sinceDays) {
    scenes.add(end);
    String key = "project-" + village.code() + "-" + process;
    return new Story(
        key,
        Math.floorMod(key.hashCode(), 997),
        village,
        days + sinceDays,
        process.equals(Projects.DIRECT) || process.equals(Projects.INVESTMENT)
            ? Role.VILLAGE_COMMITTEE
            : Role.TOWNSHIP_OFFICE,
        DemoPeople.household(0, village),
        new Story.Beginning.PutsForward(process, application),
        scenes);
  }
}
