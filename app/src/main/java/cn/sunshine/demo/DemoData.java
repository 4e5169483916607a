package cn.sunshine.demo;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.CaseList;
import cn.sunshine.casework.CaseQuery;
import cn.sunshine.household.HouseholdFilter;
import cn.sunshine.household.Households;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Fills an empty system with the demo data, in the background and without haste. It begins only
 * when there is neither a case nor a household, and never twice; a start after an interrupted one
 * goes on with it.
 */
@DemoComponent
class DemoData implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(DemoData.class);

  /** The line that says the system is ready, and the first visitor, come first. */
  private static final Duration AFTER_READY = Duration.ofSeconds(2);

  private static final Duration BREATH = Duration.ofMillis(100);
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);

  /** So many stories at a time, so that people who work beside it notice nothing. */
  private static final int AT_A_TIME = 8;

  private static final Actor LOOKS =
      new Actor("office.3206", "演示", Set.of(new Grant(Role.OFFICE, "3206")));

  private final DemoRegister register;
  private final DemoBureau bureau;
  private final StoryBook book;
  private final StoryTeller teller;
  private final RequestBook requests;
  private final RequestTeller requestTeller;
  private final DemoStore store;
  private final CaseList cases;
  private final Households households;
  private final Clock clock;
  private final boolean atReady;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Optional<Thread> worker = Optional.empty();

  DemoData(
      DemoRegister register,
      DemoBureau bureau,
      StoryBook book,
      StoryTeller teller,
      RequestBook requests,
      RequestTeller requestTeller,
      DemoStore store,
      CaseList cases,
      Households households,
      Clock clock,
      @Value("${sunshine.demo-fill:true}") boolean atReady) {
    this.register = register;
    this.bureau = bureau;
    this.book = book;
    this.teller = teller;
    this.requests = requests;
    this.requestTeller = requestTeller;
    this.store = store;
    this.cases = cases;
    this.households = households;
    this.clock = clock;
    this.atReady = atReady;
  }

  /** Before anything else that an empty system does at its first start. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @EventListener(ApplicationReadyEvent.class)
  void onReady() {
    if (atReady) {
      beginIfEmpty();
      worker =
          Optional.of(
              Thread.ofPlatform().daemon().name("demo-data").start(() -> fillAfter(AFTER_READY)));
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped.countDown();
    if (worker.isPresent()) {
      worker.get().join(Duration.ofSeconds(5));
    }
  }

  /** Decided before anybody can have entered something. */
  void beginIfEmpty() {
    if (store.fill().isEmpty() && isEmpty()) {
      store.begin(clock.instant());
    }
  }

  private boolean isEmpty() {
    CaseQuery any = new CaseQuery(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1);
    return cases.find(any, LOOKS).total() == 0
        && households.totals(HouseholdFilter.ALL, LOOKS).households() == 0;
  }

  private void fillAfter(Duration pause) {
    try {
      if (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        fill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      log.warn("The demo data are not complete; the next start goes on with them", e);
    }
  }

  /** Makes what is still missing of the demo data, if they have been begun. */
  void fill() throws IOException, InterruptedException {
    Optional<DemoStore.Fill> begun = store.fill().filter(fill -> fill.finishedAt().isEmpty());
    if (begun.isEmpty()) {
      return;
    }
    long from = System.nanoTime();
    Instant origin = begun.get().origin().toInstant();
    if (!bureau.isLoaded()) {
      bureau.export(origin, clock.getZone());
    }
    for (DemoRegister.Entry entry : register.entries()) {
      if (stopped.getCount() == 0) {
        return;
      }
      register.register(entry, origin);
    }
    if (awaitLoad() && tellStories(origin) && tellRequests(origin)) {
      store.finish(clock.instant());
      log.info(
          "Demo data complete: {} households, {} cases in {} s",
          register.entries().size(),
          book.stories().size() + requests.stories().size(),
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - from));
    }
  }

  /** Tells all stories, some at a time; answers whether all were told. */
  private boolean tellStories(Instant origin) throws InterruptedException {
    long movedAt = System.nanoTime();
    List<Story> left = left(store.progress());
    while (!left.isEmpty()) {
      Map<String, DemoStore.Progress> progress = store.progress();
      boolean moved = false;
      for (Story story : left) {
        moved |= goOn(story, Optional.ofNullable(progress.get(story.key())), origin);
      }
      movedAt = moved ? System.nanoTime() : movedAt;
      if (isStandstill(movedAt) || stopped.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      left = left(store.progress());
    }
    return true;
  }

  /** The same for complaints and requests for help. */
  private boolean tellRequests(Instant origin) throws InterruptedException {
    long movedAt = System.nanoTime();
    List<RequestStory> left = requestsLeft(store.progress());
    while (!left.isEmpty()) {
      Map<String, DemoStore.Progress> progress = store.progress();
      boolean moved = false;
      for (RequestStory story : left) {
        Optional<DemoStore.Progress> told = Optional.ofNullable(progress.get(story.key()));
        if (told.isPresent()) {
          moved |= requestTeller.goOn(story, told.get(), origin);
        } else {
          requestTeller.begin(story, origin);
          moved = true;
        }
      }
      movedAt = moved ? System.nanoTime() : movedAt;
      if (isStandstill(movedAt) || stopped.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      left = requestsLeft(store.progress());
    }
    return true;
  }

  private List<RequestStory> requestsLeft(Map<String, DemoStore.Progress> progress) {
    return requests.stories().stream()
        .filter(
            story -> Optional.ofNullable(progress.get(story.key())).filter(p -> p.told()).isEmpty())
        .limit(AT_A_TIME)
        .toList();
  }

  private List<Story> left(Map<String, DemoStore.Progress> progress) {
    return book.stories().stream()
        .filter(
            story -> Optional.ofNullable(progress.get(story.key())).filter(p -> p.told()).isEmpty())
        .limit(AT_A_TIME)
        .toList();
  }

  private boolean goOn(Story story, Optional<DemoStore.Progress> progress, Instant origin) {
    if (progress.isPresent()) {
      return teller.goOn(story, progress.get(), origin);
    }
    boolean begins = teller.canBegin(story);
    if (begins) {
      teller.begin(story, origin);
    }
    return begins;
  }

  private boolean awaitLoad() throws InterruptedException {
    long from = System.nanoTime();
    while (!bureau.isLoaded()) {
      if (isStandstill(from) || stopped.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isStandstill(long since) {
    boolean still = System.nanoTime() - since > LONGEST_STANDSTILL.toNanos();
    if (still) {
      log.warn("The demo data do not come further; the next start goes on with them");
    }
    return still;
  }
}
