package cn.sunshine.deadline;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/** What staff have changed in the official calendar. */
interface EditedDays {

  /** Nothing was changed. */
  EditedDays NONE = (region, day) -> Optional.empty();

  /**
   * What was entered for a day: for the nearest region above, else for the whole country.
   *
   * @param region code of a region; empty for the whole country
   */
  Optional<Boolean> isWorkingDay(String region, LocalDate day);

  /** Whether something was entered for the whole country in a year. */
  default boolean covers(Year year) {
    return false;
  }
}
