package cn.sunshine.complaint;

import cn.sunshine.deadline.TermLength;
import cn.sunshine.deadline.WorkingDays;
import cn.sunshine.policy.Packs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What is left of the term of a reply or an investigation (NT-21). While the person is asked the
 * clock stands; a transfer or a request for an extension does not stop it. Less than one working
 * day counts as one.
 */
@Component
class RequestClock {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("'T'HH:mm:ss'+08:00'");
  private static final String EXTENSION = "complaint.extension";
  private static final String OBJECTION = "complaint.objection";

  private final WorkingDays workingDays;
  private final Packs packs;
  private final Clock clock;

  RequestClock(WorkingDays workingDays, Packs packs, Clock clock) {
    this.workingDays = workingDays;
    this.packs = packs;
    this.clock = clock;
  }

  /** How many working days lie between today and the end of a term; 0 when none. */
  int daysLeft(Instant due) {
    LocalDate today = dayOf(clock.instant());
    LocalDate last = dayOf(due.minusNanos(1));
    return last.isAfter(today) ? workingDays.between(today, last) : 0;
  }

  /** The days of the term that goes on now, as the process counts them. */
  int daysToGoOnWith(Complaint complaint) {
    return Math.max(1, complaint.clockLeft().orElseGet(() -> daysLeft(complaint.clockDue())));
  }

  /** The same as the variable of the process. */
  Map<String, Object> term(int days, String pack) {
    TermLength length = TermLength.of(days, packs.decimal(pack, "due-soon.share", clock.instant()));
    return Map.of(
        "days", length.days(), "soonDay", length.soonDay(), "soonAt", length.soonAt().format(TIME));
  }

  /** The end of a term that has been extended, so many working days after its old end. */
  Instant extended(Instant due, String pack) {
    return workingDays.due(due.minusNanos(1), packs.number(pack, EXTENSION, clock.instant()));
  }

  /** Until when an objection to a result that is told now is possible. */
  Instant objectionUntil(String pack) {
    Instant now = clock.instant();
    return workingDays.due(now, packs.number(pack, OBJECTION, now));
  }

  private LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }
}
