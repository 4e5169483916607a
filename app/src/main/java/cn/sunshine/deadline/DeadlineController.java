package cn.sunshine.deadline;

import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import cn.sunshine.region.Regions;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers when a term ends, for those who want to check. */
@RestController
@RequestMapping("/api/v1/deadlines")
class DeadlineController {

  private static final int LONGEST_TERM = 1000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final WorkingDays workingDays;
  private final Regions regions;
  private final PolicyPacks packs;

  DeadlineController(WorkingDays workingDays, Regions regions, PolicyPacks packs) {
    this.workingDays = workingDays;
    this.regions = regions;
    this.packs = packs;
  }

  /**
   * @param due 24:00 of the last day, written as 00:00 of the next
   * @param warning says when a year without data was counted; absent otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Deadline(OffsetDateTime due, Optional<String> warning) {}

  /**
   * @param jurisdiction a pack's name or the code of a region, whose calendar may differ; left out
   *     it is the calendar of the whole country
   * @param from the moment of receipt, with its offset; a date or a moment without one is in China
   * @param days the length of the term in working days
   */
  @GetMapping
  Deadline deadline(
      @RequestParam(defaultValue = "") String jurisdiction,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(name = "workingDays", defaultValue = "") String days) {
    WorkingDays there = workingDays.in(region(jurisdiction.strip()));
    Instant received = moment(from.strip());
    Instant due = there.due(received, count(days.strip()));
    return new Deadline(
        due.atZone(WorkingDays.CHINA).toOffsetDateTime(),
        there.warning(WorkingDays.dayOf(received), WorkingDays.lastDayOf(due)));
  }

  /** The code of the region that is meant; empty for the whole country. */
  private String region(String jurisdiction) {
    if (jurisdiction.isEmpty() || jurisdiction.matches("[a-z][a-z0-9-]{0,39}")) {
      return packs.find(jurisdiction).map(PolicyPack::rootRegion).orElse("");
    }
    if (!jurisdiction.matches("\\d{2,12}")) {
      throw invalid("jurisdiction", "jurisdiction 应是政策包名称（如 nantong）或地区编码（如 3206），请核对。");
    }
    return regions.require(jurisdiction).code();
  }

  private static Instant moment(String from) {
    if (from.isEmpty()) {
      throw invalid("from", "请给出 from：收到的时间，写成 2019-09-27T15:00:00+08:00。");
    }
    try {
      Instant moment = parse(from);
      int year = WorkingDays.dayOf(moment).getYear();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        throw invalid("from", "from 的年份应在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间，请核对。");
      }
      return moment;
    } catch (DateTimeException notAMoment) {
      throw invalid("from", "from 的时间格式不对，应写成 2019-09-27T15:00:00+08:00，而且是真实的日期。");
    }
  }

  private static Instant parse(String from) {
    if (from.length() == 10) {
      return WorkingDays.startOf(LocalDate.parse(from));
    }
    // A plus sign that was not encoded in the address arrives as a blank.
    String text = from.replace(' ', '+');
    return text.matches(".*(Z|[+-]\\d{2}:\\d{2})")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(WorkingDays.CHINA).toInstant();
  }

  private static int count(String days) {
    if (!days.matches("\\d{1,4}")
        || Integer.parseInt(days) < 1
        || Integer.parseInt(days) > LONGEST_TERM) {
      throw invalid("workingDays", "workingDays 应是 1 至 " + LONGEST_TERM + " 的整数，例如 5。");
    }
    return Integer.parseInt(days);
  }

  private static Refusal.Invalid invalid(String parameter, String sentence) {
    return new Refusal.Invalid(sentence, List.of(new FieldFault(parameter, sentence)));
  }
}
