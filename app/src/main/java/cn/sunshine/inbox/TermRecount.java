package cn.sunshine.inbox;

import cn.sunshine.deadline.CalendarChanged;
import cn.sunshine.deadline.CalendarDay;
import cn.sunshine.deadline.CalendarEdits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * After a change of the calendar counts the terms of all open tasks anew that run over the changed
 * day, one by one and in the background. A change is ticked off when all have been counted; after a
 * crash it begins again, and a task that has its new term already stays as it is.
 */
@Component
class TermRecount {

  private static final Logger log = LoggerFactory.getLogger(TermRecount.class);

  private final CalendarEdits calendar;
  private final TaskRepository tasks;
  private final TermMoves moves;
  private final Clock clock;
  private volatile boolean wanted = true;

  TermRecount(CalendarEdits calendar, TaskRepository tasks, TermMoves moves, Clock clock) {
    this.calendar = calendar;
    this.tasks = tasks;
    this.moves = moves;
    this.clock = clock;
  }

  @TransactionalEventListener
  void onChange(CalendarChanged changed) {
    wanted = true;
  }

  /** At the start as well, for what an earlier run has left. */
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT5S")
  void recount() {
    if (!wanted) {
      return;
    }
    wanted = false;
    try {
      calendar.load();
      calendar.notRecounted().forEach(this::recount);
    } catch (RuntimeException later) {
      wanted = true;
      log.warn("Terms are counted anew later: {}", later.getMessage());
    }
  }

  private void recount(CalendarDay change) {
    Instant start = change.day().atStartOfDay(clock.getZone()).toInstant();
    Instant end = change.day().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    List<String> affected = tasks.openOver(change.jurisdiction(), start, end);
    affected.forEach(moves::recount);
    calendar.recounted(change);
    log.info("Counted {} terms anew after a change of {}", affected.size(), change.day());
  }
}
