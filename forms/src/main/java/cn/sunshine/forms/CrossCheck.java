package cn.sunshine.forms;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A check that looks at several answers together; a form declares it under {@code sunshine.checks}.
 */
sealed interface CrossCheck {

  void check(JsonNode answers, Section form, Examination examination);

  /** All paths it looks at. */
  List<DataPath> paths();

  /** No text may occur twice, in whichever of the paths; letter case does not count. */
  record Distinct(List<DataPath> paths, String message) implements CrossCheck {

    @Override
    public void check(JsonNode answers, Section form, Examination examination) {
      Set<String> seen = new HashSet<>();
      texts(paths.stream().flatMap(path -> path.in(answers, form).stream()))
          .filter(answer -> !seen.add(text(answer).toUpperCase(Locale.ROOT)))
          .forEach(again -> examination.fault(again.place(), message));
    }
  }

  /** At most one answer may be one of these values. */
  record AtMostOne(DataPath path, Set<String> values, String message) implements CrossCheck {

    @Override
    public void check(JsonNode answers, Section form, Examination examination) {
      texts(path.in(answers, form).stream())
          .filter(answer -> values.contains(text(answer)))
          .skip(1)
          .forEach(another -> examination.fault(another.place(), message));
    }

    @Override
    public List<DataPath> paths() {
      return List.of(path);
    }
  }

  /** One number may not be above another. */
  record NotAbove(DataPath path, DataPath limit, String message) implements CrossCheck {

    @Override
    public void check(JsonNode answers, Section form, Examination examination) {
      numbers(limit.in(answers, form))
          .findFirst()
          .ifPresent(
              bound ->
                  path.in(answers, form).stream()
                      .filter(
                          answer ->
                              numbers(List.of(answer))
                                  .anyMatch(number -> number.compareTo(bound) > 0))
                      .forEach(above -> examination.fault(above.place(), message)));
    }

    @Override
    public List<DataPath> paths() {
      return List.of(path, limit);
    }

    private static Stream<BigDecimal> numbers(List<DataPath.Answer> answers) {
      return answers.stream()
          .map(DataPath.Answer::value)
          .map(NumberField::exactly)
          .flatMap(Optional::stream);
    }
  }

  private static Stream<DataPath.Answer> texts(Stream<DataPath.Answer> answers) {
    return answers
        .filter(answer -> answer.value().isString())
        .filter(answer -> !text(answer).isEmpty());
  }

  private static String text(DataPath.Answer answer) {
    return answer.value().stringValue().strip();
  }
}
