package cn.sunshine.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as a task shows it: its questions, the outcomes one can choose, and the check of answers.
 *
 * <p>Answers are checked against the same JSON that the browser renders, and more strictly: unknown
 * keys are refused by name, texts have a greatest length even where the form sets none. Immutable;
 * may be shared between threads.
 */
public final class Form {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final String id;
  private final ObjectNode json;
  private final List<Outcome> outcomes;
  private final Section section;
  private final List<CrossCheck> checks;
  private final Clock clock;

  private Form(String id, ObjectNode json, Clock clock) {
    FormParser parser = new FormParser(id, json);
    this.id = id;
    this.json = json;
    this.outcomes = parser.outcomes();
    this.section = parser.section();
    this.checks = parser.checks(section);
    this.clock = clock;
  }

  /**
   * Reads a form.
   *
   * @param clock says what today is, for dates that must not lie in the future
   * @throws InvalidFormException when it is not form-js JSON or uses what the server cannot check:
   *     conditions, expressions, files, custom HTML
   */
  static Form of(String id, ObjectNode json, Clock clock) {
    return new Form(id, json.deepCopy(), clock);
  }

  /** The form key of the process model, for example {@code group-review}. */
  public String id() {
    return id;
  }

  /** The form-js JSON for the browser; a copy. */
  public ObjectNode json() {
    return json.deepCopy();
  }

  /** The outcomes in the order of their buttons. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** The outcome called this, if the form offers it. */
  public Optional<Outcome> outcome(String value) {
    return outcomes.stream().filter(outcome -> outcome.value().equals(value)).findFirst();
  }

  /**
   * Checks answers that must be complete: those of an application, or of a task that is approved.
   *
   * @param data the answers; null, missing and JSON null count as no answers
   * @return the faults in the order of the form, at most 50; empty when all is well
   */
  public List<FieldError> validate(JsonNode data) {
    return examine(data, Examination.Gaps.REFUSED);
  }

  /**
   * Checks answers that may have gaps: a draft, or what stands in the form when a task is refused
   * or returned. Whatever is given must still be right.
   */
  public List<FieldError> validatePartial(JsonNode data) {
    return examine(data, Examination.Gaps.ALLOWED);
  }

  /**
   * The answers as they are stored: texts without blanks around them, ID numbers in upper case,
   * yes-or-no answers as booleans, lists always there, and nothing else that was not answered or
   * that the form only shows.
   *
   * @throws IllegalArgumentException when the answers have faults: validate first
   */
  public ObjectNode clean(JsonNode data) {
    List<FieldError> faults = validatePartial(data);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          "answers to " + id + " have faults at " + faults.stream().map(FieldError::path).toList());
    }
    return (ObjectNode) section.clean(orNone(data)).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private List<FieldError> examine(JsonNode data, Examination.Gaps gaps) {
    Examination examination = new Examination(LocalDate.now(clock.withZone(CHINA)), gaps);
    JsonNode answers = orNone(data);
    section.check(answers, Place.ROOT, examination);
    checks.forEach(check -> check.check(answers, section, examination));
    return examination.faults();
  }

  private static JsonNode orNone(JsonNode data) {
    return data == null ? JsonNodeFactory.instance.nullNode() : data;
  }
}
