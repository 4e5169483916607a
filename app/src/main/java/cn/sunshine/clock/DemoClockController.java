package cn.sunshine.clock;

import cn.sunshine.problem.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/demo/clock")
@ConditionalOnProperty("sunshine.demo-clock")
class DemoClockController {

  private final DemoClock demoClock;
  private final Clock clock;

  DemoClockController(DemoClock demoClock, Clock clock) {
    this.demoClock = demoClock;
    this.clock = clock;
  }

  record Move(String advance, String set) {}

  record Now(OffsetDateTime now) {}

  @PostMapping
  Now move(@RequestBody Move move) {
    if ((move.advance() == null) == (move.set() == null)) {
      throw new Refusal.Invalid("请给出 advance（例如 P5D）或 set（例如 2026-12-01T09:00:00+08:00）中的一个。");
    }
    try {
      Instant now =
          move.advance() != null
              ? demoClock.advance(Duration.parse(move.advance()))
              : demoClock.set(momentOf(move.set()));
      return new Now(now.atZone(clock.getZone()).toOffsetDateTime());
    } catch (DateTimeException e) {
      throw new Refusal.Invalid("时间格式不对：时长写成 P5D 或 PT2H，时刻写成 2026-12-01T09:00:00+08:00。");
    }
  }

  private Instant momentOf(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(clock.getZone()).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
