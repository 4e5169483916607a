package cn.sunshine.deadline;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working-day calendar: what holds on the days of a year, and changes by staff. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

  private final CalendarEdits edits;
  private final WorkingDays workingDays;
  private final CurrentActor currentActor;
  private final Clock clock;

  CalendarController(
      CalendarEdits edits, WorkingDays workingDays, CurrentActor currentActor, Clock clock) {
    this.edits = edits;
    this.workingDays = workingDays;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  record Day(LocalDate day, boolean working) {}

  record Edit(String jurisdiction, LocalDate day, boolean working, String reason) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record YearSheet(int year, List<Day> days, List<Edit> edits, Optional<String> warning) {}

  /**
   * @param working true, false, or nothing to let the official calendar hold again
   */
  record Change(String jurisdiction, String day, Boolean working, String reason) {}

  @GetMapping
  YearSheet show(
      @RequestParam Optional<Integer> year, @RequestParam(defaultValue = "") String jurisdiction) {
    int wanted = year.orElseGet(() -> Year.now(clock).getValue());
    if (wanted < 2000 || wanted > 2100) {
      throw new Refusal.Invalid("year 应在 2000 至 2100 之间。");
    }
    WorkingDays there = workingDays.in(jurisdiction.strip());
    LocalDate first = LocalDate.of(wanted, 1, 1);
    return new YearSheet(
        wanted,
        first
            .datesUntil(first.plusYears(1))
            .map(day -> new Day(day, there.isWorkingDay(day)))
            .toList(),
        edits.of(Year.of(wanted), jurisdiction.strip()).stream()
            .map(
                edit ->
                    new Edit(
                        edit.jurisdiction(),
                        edit.day(),
                        edit.working().orElseThrow(),
                        edit.reason()))
            .toList(),
        there.warning(first, first));
  }

  @PostMapping
  YearSheet change(@RequestBody Change change) {
    LocalDate day = day(change.day());
    String jurisdiction = Optional.ofNullable(change.jurisdiction()).orElse("").strip();
    edits.change(
        jurisdiction,
        day,
        Optional.ofNullable(change.working()),
        Optional.ofNullable(change.reason()).orElse(""),
        currentActor.require());
    return show(Optional.of(day.getYear()), jurisdiction);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(Optional.ofNullable(text).orElse(""));
    } catch (DateTimeException notADay) {
      throw new Refusal.Invalid(
          "请给出 day：日期，写成 2027-02-08。", List.of(new Refusal.FieldFault("day", "写成 2027-02-08")));
    }
  }
}
