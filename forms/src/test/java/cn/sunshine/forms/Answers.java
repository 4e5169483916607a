package cn.sunshine.forms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms and answers for the tests; it is 21 November 2026 in Nantong (and still the 20th in UTC).
 */
final class Answers {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T17:00:00Z"), ZoneOffset.UTC);
  static final FormLibrary LIBRARY = new FormLibrary(CLOCK);
  static final String HEAD_ID = IdNumber.invent("320612", LocalDate.of(1962, 3, 4), 11).value();
  static final String SPOUSE_ID = IdNumber.invent("320612", LocalDate.of(1964, 5, 6), 22).value();
  static final String CHILD_ID = IdNumber.invent("320612", LocalDate.of(2010, 7, 8), 33).value();

  private static final JsonMapper MAPPER = new JsonMapper();

  private Answers() {}

  static Form form(String id) {
    return LIBRARY.find("nantong", id).orElseThrow();
  }

  static ObjectNode json(String text) {
    return (ObjectNode) MAPPER.readTree(text);
  }

  static ObjectNode application() {
    return json(
        """
        {"head": {"name": "张三", "idNumber": "%s", "phone": "13800138000"},
         "members": [{"name": "李四", "idNumber": "%s", "relation": "配偶"},
                     {"name": "张小三", "idNumber": "%s", "relation": "子"}],
         "yearlyIncome": 20000.5, "causes": ["illness", "schooling"], "address": "和平村三组", "note": "长子在读高中\\n配偶患病"}
        """
            .formatted(HEAD_ID, SPOUSE_ID, CHILD_ID));
  }

  static List<String> paths(List<FieldError> errors) {
    return errors.stream().map(FieldError::path).toList();
  }

  static List<String> messages(List<FieldError> errors) {
    return errors.stream().map(FieldError::message).toList();
  }
}
