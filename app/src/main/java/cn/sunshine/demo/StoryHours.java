package cn.sunshine.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When in a story things happen: in office hours, each story at other minutes, and all before the
 * origin. Also at weekends: a shift would push a notice past the origin.
 */
record StoryHours(Story story, ZoneId zone, Instant origin) {

  private static final LocalTime OFFICE_OPENS = LocalTime.of(8, 40);
  private static final int OFFICE_MINUTES = 480;
  private static final Duration SOON = Duration.ofMinutes(25);

  /** The application. */
  Instant begin() {
    LocalDate day = origin.atZone(zone).toLocalDate().minusDays(story.beganDaysAgo());
    return earlier(inOffice(day, 0), origin.minus(Duration.ofHours(2)));
  }

  /** So many days after something. */
  Instant after(Instant before, int days) {
    LocalDate day = before.atZone(zone).toLocalDate().plusDays(days);
    Instant wanted = inOffice(day, before.getEpochSecond());
    Instant notBefore = before.plus(SOON);
    Instant then = wanted.isBefore(notBefore) ? notBefore : wanted;
    return then.isAfter(origin) ? earlier(notBefore, origin) : then;
  }

  private Instant inOffice(LocalDate day, long salt) {
    int minute = Math.floorMod(31 * story.number() + salt / 60 * 7, OFFICE_MINUTES);
    return day.atTime(OFFICE_OPENS).plusMinutes(minute).atZone(zone).toInstant();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
