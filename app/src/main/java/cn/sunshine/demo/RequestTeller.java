package cn.sunshine.demo;

import cn.sunshine.account.Actor;
import cn.sunshine.account.DemoAccounts;
import cn.sunshine.account.Grant;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.clock.StoryClock;
import cn.sunshine.complaint.Complaints;
import cn.sunshine.demo.RequestStory.Scene;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the stories of complaints scene by scene, as {@link StoryTeller} tells those of admissions.
 * The codes are known only while it tells: a story that a restart interrupts stays where it is.
 */
@DemoComponent
class RequestTeller {

  private static final Duration SOON = Duration.ofMinutes(25);
  private static final LocalTime MORNING = LocalTime.of(9, 20);

  private final DemoAccounts accounts;
  private final Complaints complaints;
  private final Cases cases;
  private final Inbox inbox;
  private final DemoStore store;
  private final StoryTimes times;
  private final StoryTerms terms;
  private final StoryClock storyClock;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<String, String> codes = new HashMap<>();

  RequestTeller(
      DemoAccounts accounts,
      Complaints complaints,
      Cases cases,
      Inbox inbox,
      DemoStore store,
      StoryTimes times,
      StoryTerms terms,
      StoryClock storyClock,
      Clock clock,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.complaints = complaints;
    this.cases = cases;
    this.inbox = inbox;
    this.store = store;
    this.times = times;
    this.terms = terms;
    this.storyClock = storyClock;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** The filing. */
  void begin(RequestStory story, Instant origin) {
    Instant filed = at(origin.minus(Duration.ofDays(story.beganDaysAgo())), story, 0, origin);
    transaction.executeWithoutResult(
        status ->
            storyClock.at(
                filed,
                () -> {
                  Complaints.Receipt receipt =
                      complaints.file(
                          story.kind().code(),
                          story.region().code(),
                          story.subject(),
                          story.text(),
                          story.contact());
                  cases.note(
                      receipt.caseId(), "system", "demo", "演示数据：虚构的诉求，人员、经过和时间均为编排。", Map.of());
                  times.set(receipt.caseId(), filed);
                  store.begin(story.key(), receipt.caseId(), filed);
                  codes.put(story.key(), receipt.code());
                  return receipt;
                }));
  }

  /** Tells the next scene if the case has come there; answers whether it has. */
  boolean goOn(RequestStory story, DemoStore.Progress progress, Instant origin) {
    CaseFile file = cases.require(progress.caseId());
    Optional<String> code = Optional.ofNullable(codes.get(story.key()));
    if (code.isEmpty()) {
      return end(file);
    }
    return switch (story.scenes().get(progress.scene())) {
      case Scene.Decides scene ->
          task(file, scene.taskType())
              .map(
                  task ->
                      tell(
                          story,
                          file,
                          scene.afterDays(),
                          origin,
                          () ->
                              inbox.decide(
                                  task.getId(),
                                  new Decision(scene.outcome(), scene.comment(), scene.data()),
                                  actor(task.candidates().orElseThrow()))))
              .orElse(false);
      case Scene.Answers scene ->
          progress(code.get()).mayAnswer()
              && tell(
                  story,
                  file,
                  scene.afterDays(),
                  origin,
                  () -> complaints.answer(code.get(), scene.text()));
      case Scene.Rates scene ->
          progress(code.get()).mayRate()
              && tell(
                  story,
                  file,
                  scene.afterDays(),
                  origin,
                  () -> complaints.rate(code.get(), scene.stars(), scene.comment()));
      case Scene.Objects scene ->
          progress(code.get()).answeredAt() != null
              && tell(
                  story,
                  file,
                  scene.afterDays(),
                  origin,
                  () -> complaints.object(code.get(), scene.text()));
      case Scene.Withdraws scene ->
          hasOpenTask(file)
              && tell(
                  story,
                  file,
                  scene.afterDays(),
                  origin,
                  () -> complaints.withdraw(code.get(), scene.reason()));
      case Scene.Rests scene -> hasCometo(scene, file, code.get()) && end(file);
    };
  }

  private boolean hasCometo(Scene.Rests scene, CaseFile file, String code) {
    return progress(code).status() == scene.state()
        && (scene.openTask().isEmpty() || task(file, scene.openTask()).isPresent());
  }

  private cn.sunshine.complaint.RequestProgress progress(String code) {
    return complaints.progress(code);
  }

  private boolean tell(
      RequestStory story, CaseFile file, int afterDays, Instant origin, Runnable act) {
    Instant before = times.of(file.getId()).orElse(file.startedAt());
    Instant now = at(before.plus(Duration.ofDays(afterDays)), story, afterDays, origin);
    Instant then = now.isAfter(before) ? now : before.plus(SOON);
    Instant moment = then.isBefore(origin) ? then : origin;
    transaction.executeWithoutResult(
        status ->
            storyClock.at(
                moment,
                () -> {
                  act.run();
                  times.set(file.getId(), moment);
                  store.advance(file.getId(), moment);
                  return file;
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

  /** In office hours of that day, each story at other minutes, and before the start. */
  private Instant at(Instant day, RequestStory story, int salt, Instant origin) {
    Instant wanted =
        day.atZone(clock.getZone())
            .toLocalDate()
            .atTime(MORNING)
            .plusMinutes(Math.floorMod(story.key().hashCode() * 37L + salt * 53L, 400))
            .atZone(clock.getZone())
            .toInstant();
    return wanted.isBefore(origin) ? wanted : origin.minus(Duration.ofHours(1));
  }

  private Optional<Task> task(CaseFile file, String taskType) {
    return cases.tasks(file).stream()
        .filter(task -> task.state() == Task.State.OPEN && task.taskType().equals(taskType))
        .findFirst();
  }

  private boolean hasOpenTask(CaseFile file) {
    return cases.tasks(file).stream().anyMatch(task -> task.state() == Task.State.OPEN);
  }

  /** The demo account that holds this role. */
  private Actor actor(Grant grant) {
    String username = grant.role().code() + "." + grant.region();
    accounts.introduce(username);
    return new Actor(username, "演示", Set.of(grant));
  }
}
