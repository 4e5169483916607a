package cn.sunshine.shell;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.List;
import java.util.Locale;

/** The Chinese of ready-made fields that speak English by themselves. */
public final class FieldTexts {

  private FieldTexts() {}

  /** A date field in Chinese that writes and reads {@code 2026-11-21}. */
  public static DatePicker datePicker(String label) {
    DatePicker picker = new DatePicker(label);
    picker.setLocale(Locale.SIMPLIFIED_CHINESE);
    picker.setI18n(
        new DatePicker.DatePickerI18n()
            .setMonthNames(
                List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"))
            .setWeekdays(List.of("星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"))
            .setWeekdaysShort(List.of("日", "一", "二", "三", "四", "五", "六"))
            .setFirstDayOfWeek(1)
            .setToday("今天")
            .setCancel("取消")
            .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yyyy.MM.dd", "yyyy/MM/dd")
            .setBadInputErrorMessage("日期格式不对，例如 2026-11-21。"));
    return picker;
  }
}
