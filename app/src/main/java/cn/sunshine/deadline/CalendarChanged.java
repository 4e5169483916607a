package cn.sunshine.deadline;

import java.time.LocalDate;

/** Staff have changed a day of the calendar; in the same transaction. */
public record CalendarChanged(String jurisdiction, LocalDate day) {}
