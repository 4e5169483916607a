package cn.sunshine.forms;

import java.time.LocalDate;
import java.util.Optional;

/** What a text must be beyond its length: the custom property {@code format} of a text field. */
enum TextFormat {
  ANY("") {
    @Override
    Optional<String> problemIn(String text, LocalDate today) {
      return Optional.empty();
    }

    @Override
    String normal(String text) {
      return text;
    }
  },
  ID_NUMBER("id-number") {
    @Override
    Optional<String> problemIn(String text, LocalDate today) {
      return IdNumber.problemIn(text, today);
    }

    @Override
    String normal(String text) {
      return new IdNumber(text).value();
    }
  };

  private final String property;

  TextFormat(String property) {
    this.property = property;
  }

  abstract Optional<String> problemIn(String text, LocalDate today);

  abstract String normal(String text);

  static Optional<TextFormat> of(String property) {
    for (TextFormat format : values()) {
      if (format.property.equals(property)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
