package cn.sunshine.handover;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Runs inside the broker and writes down what happened in the engine, from the engine's own log. It
 * never says that it has seen a record, so a restarted broker tells it everything from the
 * beginning: {@link EngineReport} knows a record by its position.
 */
public final class EngineWitness implements Exporter {

  private static final Set<ProcessInstanceIntent> LIFE =
      Set.of(
          ProcessInstanceIntent.ELEMENT_ACTIVATED,
          ProcessInstanceIntent.ELEMENT_COMPLETED,
          ProcessInstanceIntent.ELEMENT_TERMINATED);

  /** They run beside a case, as often as a task of it is overdue or moved. */
  private static final Set<String> BESIDE_THE_CASES = Set.of("overdue-escalation", "moved-term");

  private Path report;

  @Override
  public void configure(Context context) {
    report = Path.of(context.getConfiguration().getArguments().get("report").toString());
    context.setFilter(new OnlyWhatMatters());
  }

  private static final class OnlyWhatMatters implements Context.RecordFilter {

    private static final Set<ValueType> VALUES =
        Set.of(ValueType.PROCESS_INSTANCE, ValueType.VARIABLE, ValueType.JOB);

    @Override
    public boolean acceptType(RecordType type) {
      return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
      return VALUES.contains(type);
    }
  }

  @Override
  public void open(Controller controller) {
    // Nothing is ever acknowledged, see above.
  }

  @Override
  public void export(Record<?> happened) {
    switch (happened.getValue()) {
      case ProcessInstanceRecordValue instance
          when instance.getBpmnElementType() == BpmnElementType.PROCESS
              && instance.getParentProcessInstanceKey() < 0
              && !BESIDE_THE_CASES.contains(instance.getBpmnProcessId())
              && LIFE.contains(happened.getIntent()) ->
          write(happened, "INSTANCE", instance.getProcessInstanceKey(), happened.getIntent());
      case VariableRecordValue variable
          when variable.getName().equals("caseId")
              && happened.getIntent() == VariableIntent.CREATED
              && variable.getScopeKey() == variable.getProcessInstanceKey()
              && !BESIDE_THE_CASES.contains(variable.getBpmnProcessId()) ->
          write(happened, "CASE", variable.getScopeKey(), variable.getValue());
      case JobRecordValue job when happened.getIntent() == JobIntent.COMPLETED ->
          write(
              happened,
              job.getType(),
              happened.getKey(),
              job.getElementId() + " " + job.getVariables().getOrDefault("outcome", ""));
      case JobRecordValue job ->
          write(
              happened,
              "JOB",
              job.getProcessInstanceKey(),
              "%s %d %s".formatted(job.getElementId(), happened.getKey(), happened.getIntent()));
      default -> {
        // Everything else follows from these.
      }
    }
  }

  /** The line begins with its end of line: the broker may have been killed while it wrote. */
  private void write(Record<?> happened, String kind, long key, Object what) {
    String line = "\n%d\t%s\t%d\t%s\t.".formatted(happened.getPosition(), kind, key, what);
    try {
      Files.writeString(
          report,
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
