package cn.sunshine.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What staff have entered for a day.
 *
 * @param jurisdiction code of the region it holds for; empty for the whole country
 * @param working empty when the entry was taken back: the State Council's calendar holds
 */
public record CalendarDay(
    String jurisdiction,
    LocalDate day,
    Optional<Boolean> working,
    String reason,
    String changedBy,
    Instant changedAt) {}
