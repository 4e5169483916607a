package cn.sunshine.deadline;

import com.vaadin.flow.component.html.NativeButton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** One day on the calendar, with a word or a mark beside the colour. */
class CalendarDayButton extends NativeButton {

  private static final String[] WEEKDAYS = {"一", "二", "三", "四", "五", "六", "日"};

  CalendarDayButton(
      LocalDate day,
      boolean working,
      Optional<String> occasion,
      Optional<CalendarDay> entered,
      boolean changeable,
      Consumer<LocalDate> chosen) {
    addClassName("calendar-day");
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    String mark = working == weekend ? (working ? "班" : "假") : "";
    setText(day.getDayOfMonth() + mark);
    if (!working) {
      addClassName(weekend ? "off" : "holiday");
    } else if (weekend) {
      addClassName("make-up");
    }
    entered.ifPresent(edit -> addClassName("edited"));
    String words =
        day
            + " 星期"
            + WEEKDAYS[day.getDayOfWeek().getValue() - 1]
            + "，"
            + (working ? "工作日" : "休息日")
            + occasion
                .map(holiday -> working ? "（" + holiday + "调休）" : "（" + holiday + "）")
                .orElse("")
            + entered.map(edit -> "。人工调整：" + edit.reason()).orElse("");
    setTitle(words);
    setAriaLabel(words);
    setEnabled(changeable);
    addClickListener(event -> chosen.accept(day));
  }
}
