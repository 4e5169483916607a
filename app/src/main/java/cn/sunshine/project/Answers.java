package cn.sunshine.project;

import cn.sunshine.problem.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The answers of a form, as the steps read them. */
record Answers(Map<String, Object> data) {

  String text(String key) {
    Object value = data.get(key);
    return value == null ? "" : value.toString().strip();
  }

  /** A text that an outcome other than approval wants, too. */
  String required(String key, String fault) {
    String text = text(key);
    if (text.isEmpty()) {
      throw new Refusal.Invalid(fault, List.of(new Refusal.FieldFault(key, fault)));
    }
    return text;
  }

  BigDecimal money(String key) {
    return Money.of(data.get(key));
  }

  int number(String key) {
    Object value = data.get(key);
    return value == null ? 0 : new BigDecimal(value.toString()).intValueExact();
  }

  boolean yes(String key) {
    return Boolean.parseBoolean(text(key));
  }

  LocalDate date(String key, String fault) {
    return LocalDate.parse(required(key, fault));
  }

  @SuppressWarnings("unchecked")
  List<Answers> rows(String key) {
    return ((List<Map<String, Object>>) data.getOrDefault(key, List.of()))
        .stream().map(Answers::new).toList();
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> section(String key) {
    return (Map<String, Object>) data.getOrDefault(key, Map.of());
  }
}
