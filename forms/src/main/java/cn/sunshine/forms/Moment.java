package cn.sunshine.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A date, a time, or both. */
record Moment(String label, boolean required, Kind kind, Latest latest) implements Field {

  /**
   * How a moment is written; form-js calls the last two {@code no_timezone} and {@code utc_offset}.
   */
  enum Kind {
    DATE("日期应写成 2026-11-21 的样子，而且是真实的日期", text -> LocalDate.parse(text)),
    LOCAL_TIME("时间应写成 15:30 的样子", text -> LocalTime.parse(text)),
    OFFSET_TIME("时间应写成 15:30+08:00 的样子", text -> OffsetTime.parse(text)),
    LOCAL_DATE_TIME("日期时间应写成 2026-11-21T15:30 的样子", text -> LocalDateTime.parse(text)),
    OFFSET_DATE_TIME("日期时间应写成 2026-11-21T15:30+08:00 的样子", text -> OffsetDateTime.parse(text));

    private final String expectation;
    private final Function<String, Object> parser;

    Kind(String expectation, Function<String, Object> parser) {
      this.expectation = expectation;
      this.parser = parser;
    }
  }

  /** The latest day that may be given, the custom property {@code latest}; only for dates. */
  enum Latest {
    ANY(today -> LocalDate.MAX),
    TODAY(today -> today);

    private final UnaryOperator<LocalDate> day;

    Latest(UnaryOperator<LocalDate> day) {
      this.day = day;
    }
  }

  private static final int LONGEST = 40;

  @Override
  public void checkGiven(JsonNode answer, Place place, Examination examination) {
    if (!answer.isString() || answer.stringValue().length() > LONGEST) {
      examination.fault(place, kind.expectation + "，请重新填写");
      return;
    }
    try {
      Object moment = kind.parser.apply(answer.stringValue());
      if (moment instanceof LocalDate date && date.isAfter(latest.day.apply(examination.today()))) {
        examination.fault(place, "不能晚于今天，请核对");
      }
    } catch (DateTimeException notAMoment) {
      examination.fault(place, kind.expectation + "，请重新填写");
    }
  }

  @Override
  public JsonNode cleanGiven(JsonNode answer) {
    return StringNode.valueOf(answer.stringValue());
  }
}
