package cn.sunshine.demo;

import cn.sunshine.account.Actor;
import cn.sunshine.account.DemoAccounts;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.clock.StoryClock;
import cn.sunshine.demo.Story.Scene;
import cn.sunshine.household.RegisterEntries;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import cn.sunshine.notice.Notice;
import cn.sunshine.notice.Notices;
import cn.sunshine.processes.HouseholdAdmission;
import cn.sunshine.processes.YearlyReviewRound;
import cn.sunshine.region.RegionLevel;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells stories scene by scene: each as soon as the engine has brought the case there, as the
 * official whose task it is, and in one transaction with the note that it has been told.
 */
@DemoComponent
class StoryTeller {

  private final DemoAccounts accounts;
  private final Cases cases;
  private final Inbox inbox;
  private final Notices notices;
  private final DemoStore store;
  private final DemoRegister register;
  private final RegisterEntries entries;
  private final ProjectOffice projects;
  private final StoryBids bids;
  private final StoryTimes times;
  private final StoryTerms terms;
  private final StoryClock storyClock;
  private final Clock clock;
  private final TransactionTemplate transaction;

  StoryTeller(
      DemoAccounts accounts,
      Cases cases,
      Inbox inbox,
      Notices notices,
      DemoStore store,
      DemoRegister register,
      RegisterEntries entries,
      ProjectOffice projects,
      StoryBids bids,
      StoryTimes times,
      StoryTerms terms,
      StoryClock storyClock,
      Clock clock,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.cases = cases;
    this.inbox = inbox;
    this.notices = notices;
    this.store = store;
    this.register = register;
    this.entries = entries;
    this.projects = projects;
    this.bids = bids;
    this.times = times;
    this.terms = terms;
    this.storyClock = storyClock;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The application. */
  void begin(Story story, Instant origin) {
    Actor applicant = applicant(story);
    Instant now = new StoryHours(story, clock.getZone(), origin).begin();
    transaction.executeWithoutResult(
        status ->
            storyClock.at(
                now,
                () -> {
                  CaseFile file = start(story, applicant);
                  cases.note(file.getId(), "system", "demo", "演示数据：虚构的案件，人员、经过和时间均为编排。", Map.of());
                  times.set(file.getId(), now);
                  store.begin(story.key(), file.getId(), now);
                  return file;
                }));
  }

  private CaseFile start(Story story, Actor applicant) {
    return switch (story.beginning()) {
      case Story.Beginning.Applies admission -> applies(story, applicant);
      case Story.Beginning.AppliesAgain admission -> applies(story, applicant);
      case Story.Beginning.AboutRegistered about -> {
        Map<String, Object> data = new LinkedHashMap<>(about.data());
        data.put("householdNumber", register.numberOf(about.entry()));
        yield cases.start(about.process(), story.village().code(), data, applicant);
      }
      case Story.Beginning.PutsForward project ->
          cases.start(
              project.process(),
              story.village().code(),
              projects.application(project.data()),
              applicant);
      case Story.Beginning.Reviews round ->
          cases.start(YearlyReviewRound.PROCESS_ID, round.county(), Map.of(), applicant);
    };
  }

  private CaseFile applies(Story story, Actor applicant) {
    return cases.start(
        HouseholdAdmission.PROCESS_ID,
        story.village().code(),
        story.household().application(),
        applicant);
  }

  /** Whether what a story presupposes has been told: who comes back has left. */
  boolean canBegin(Story story) {
    return !(story.beginning() instanceof Story.Beginning.AppliesAgain again)
        || entries.find(register.numberOf(again.entry())).filter(h -> !h.isActive()).isPresent();
  }

  /** Somebody of the office at the level where it is. */
  private Actor applicant(Story story) {
    int digits =
        switch (story.applicant()) {
          case TOWNSHIP_OFFICE -> RegionLevel.TOWNSHIP.codeLength();
          case COUNTY_OFFICE -> RegionLevel.COUNTY.codeLength();
          default -> RegionLevel.VILLAGE.codeLength();
        };
    return actor(new Grant(story.applicant(), story.village().code().substring(0, digits)));
  }

  /** Tells the next scene if the case has come there; answers whether it has. */
  boolean goOn(Story story, DemoStore.Progress progress, Instant origin) {
    CaseFile file = cases.require(progress.caseId());
    StoryHours hours = new StoryHours(story, clock.getZone(), origin);
    return switch (story.scenes().get(progress.scene())) {
      case Scene.Decides scene ->
          task(file, scene.taskType())
              .map(
                  task ->
                      tell(
                          file,
                          hours.after(task.createdAt(), scene.afterDays()),
                          () -> decide(task, scene)))
              .orElse(false);
      case Scene.Carries scene ->
          task(file, scene.taskType())
              .map(
                  task ->
                      tell(
                          file,
                          hours.after(task.createdAt(), scene.afterDays()),
                          () -> projects.carry(task, scene, ofOffice(task))))
              .orElse(false);
      case Scene.TakesBids scene ->
          bids.lastAt(file.getId())
              .map(last -> tell(file, last, () -> bids.take(file.getId())))
              .orElse(false);
      case Scene.Investigates scene ->
          task(file, "doubt-investigation")
              .map(
                  task ->
                      tell(
                          file,
                          hours.after(task.createdAt(), scene.afterDays()),
                          () -> investigate(task, scene)))
              .orElse(false);
      case Scene.Objects scene ->
          notice(file)
              .map(
                  notice ->
                      tell(
                          file,
                          hours.after(notice.publishedAt(), scene.afterDays()),
                          () -> notices.object(notice.id(), scene.text(), "")))
              .orElse(false);
      case Scene.Withdraws scene ->
          hasOpenTask(file)
              && tell(
                  file,
                  hours.after(timeOf(file), scene.afterDays()),
                  () -> withdraw(file, story, scene));
      case Scene.WaitsFor scene -> task(file, scene.taskType()).isPresent() && end(file);
      case Scene.Runs scene -> file.isRunning() && end(file);
      case Scene.IsPublished scene -> notice(file).isPresent() && !hasOpenTask(file) && end(file);
      case Scene.Ended scene -> file.status() == scene.status() && end(file);
    };
  }

  private boolean tell(CaseFile file, Instant now, Runnable act) {
    transaction.executeWithoutResult(
        status ->
            storyClock.at(
                now,
                () -> {
                  act.run();
                  times.set(file.getId(), now);
                  store.advance(file.getId(), now);
                  return now;
                }));
    return true;
  }

  private boolean end(CaseFile file) {
    transaction.executeWithoutResult(
        status -> {
          terms.runOut(file);
          store.end(file.getId());
        });
    times.end(file.getId());
    return true;
  }

  private void decide(Task task, Scene.Decides scene) {
    inbox.decide(
        task.getId(), new Decision(scene.outcome(), scene.comment(), scene.data()), ofOffice(task));
  }

  private void investigate(Task task, Scene.Investigates scene) {
    Actor county = ofOffice(task);
    List<?> doubts = (List<?>) inbox.open(task.getId(), county).data().get("doubts");
    List<Map<String, Object>> findings =
        doubts.stream()
            .map(
                doubt ->
                    Map.<String, Object>of(
                        "doubt", ((Map<?, ?>) doubt).get("id"),
                        "upheld", scene.upheld(),
                        "note", scene.note()))
            .toList();
    inbox.decide(
        task.getId(), new Decision(Decision.APPROVE, "", Map.of("findings", findings)), county);
  }

  private void withdraw(CaseFile file, Story story, Scene.Withdraws scene) {
    cases.withdraw(file.getId(), scene.reason(), applicant(story));
  }

  private Optional<Task> task(CaseFile file, String taskType) {
    return cases.tasks(file).stream()
        .filter(task -> task.state() == Task.State.OPEN && task.taskType().equals(taskType))
        .findFirst();
  }

  private boolean hasOpenTask(CaseFile file) {
    return cases.tasks(file).stream().anyMatch(task -> task.state() == Task.State.OPEN);
  }

  private Optional<Notice> notice(CaseFile file) {
    return notices.ofCase(file.getId()).stream()
        .filter(notice -> notice.state() == Notice.State.RUNNING)
        .filter(notice -> notice.until().isAfter(clock.instant()))
        .findFirst();
  }

  private Instant timeOf(CaseFile file) {
    return times.of(file.getId()).orElse(file.startedAt());
  }

  /** Somebody of the office whose task it is, or the applicant whose own it is. */
  private Actor ofOffice(Task task) {
    return task.candidates()
        .map(this::actor)
        .orElseGet(
            () -> {
              String[] roleAndRegion = task.assignee().orElseThrow().split("\\.", 2);
              return actor(
                  new Grant(Role.ofCode(roleAndRegion[0]).orElseThrow(), roleAndRegion[1]));
            });
  }

  /** The demo account that holds this role. */
  private Actor actor(Grant grant) {
    String username = grant.role().code() + "." + grant.region();
    accounts.introduce(username);
    return new Actor(username, "演示", Set.of(grant));
  }
}
