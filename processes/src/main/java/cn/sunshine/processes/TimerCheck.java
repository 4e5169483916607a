package cn.sunshine.processes;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * How long timers wait and how often they fire: what is written must be a span that can be read
 * here, not shorter than a second and not longer than ten years, and what comes again comes every
 * hour at most.
 */
final class TimerCheck {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3_660);
  private static final Duration SHORTEST_CYCLE = Duration.ofHours(1);

  private static final Pattern SPAN =
      Pattern.compile("=\\s*duration\\(\\s*\"([^\"]*)\"\\s*\\)|([^=].*)", Pattern.DOTALL);
  private static final Pattern CYCLE = Pattern.compile("R\\d{0,4}/(P.*)");
  private static final Pattern PARTS = Pattern.compile("(P(?:\\d+[YMWD])*+)(T.+)?");

  private final BpmnModelInstance model;
  private final List<ModelFault> faults = new ArrayList<>();

  TimerCheck(BpmnModelInstance model) {
    this.model = model;
  }

  List<ModelFault> faults() {
    for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
      if (timer.getTimeDuration() != null) {
        checkSpan(timer, timer.getTimeDuration().getTextContent().strip());
      }
      if (timer.getTimeCycle() != null) {
        checkCycle(timer, timer.getTimeCycle().getTextContent().strip());
      }
    }
    return List.copyOf(faults);
  }

  private void checkSpan(TimerEventDefinition timer, String text) {
    Matcher written = SPAN.matcher(text);
    boolean right =
        written.matches()
            && span(Optional.ofNullable(written.group(1)).orElse(written.group(2)))
                .filter(span -> span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0)
                .isPresent();
    if (!right) {
      add(timer, "定时器的时长应写明是多少，一秒到十年，例如 PT2H（两小时）、P5D（五天）。");
    }
  }

  private void checkCycle(TimerEventDefinition timer, String text) {
    Matcher written = CYCLE.matcher(text);
    boolean right =
        written.matches()
            && span(written.group(1))
                .filter(span -> span.compareTo(SHORTEST_CYCLE) >= 0 && span.compareTo(LONGEST) <= 0)
                .isPresent();
    if (!right) {
      add(timer, "定时器的周期应写明是多少，最短一小时，例如 R/P1D（每天）、R3/PT12H（三次，每次隔十二小时）。");
    }
  }

  /** Months and years count thirty days and twelve months here: the bounds are wide enough. */
  private static Optional<Duration> span(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Duration hours =
          parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
      if (parts.group(1).equals("P")) {
        return Optional.of(hours).filter(some -> parts.group(2) != null);
      }
      Period days = Period.parse(parts.group(1));
      return Optional.of(
          hours.plusDays(
              Math.addExact(Math.multiplyExact(days.toTotalMonths(), 30), days.getDays())));
    } catch (DateTimeException | ArithmeticException wrong) {
      return Optional.empty();
    }
  }

  private void add(TimerEventDefinition timer, String message) {
    ModelElementInstance owner = timer.getParentElement();
    faults.add(ModelFault.error(owner instanceof FlowElement event ? event.getId() : "", message));
  }
}
