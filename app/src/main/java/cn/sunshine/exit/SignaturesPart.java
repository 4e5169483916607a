package cn.sunshine.exit;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.casework.Cases;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.processes.FiveSignatures;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.StateBadge;
import cn.sunshine.shell.Tone;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The five signatures of an exit, each with what it confirms: signed, refused or still to come. */
@Order(13)
@org.springframework.stereotype.Component
class SignaturesPart implements CasePart {

  /**
   * @param taskTypes the steps that are this signature: one of them is taken
   */
  private record Signature(List<String> taskTypes, String signer, String confirms) {

    Signature(String taskType, String signer, String confirms) {
      this(List.of(taskType), signer, confirms);
    }
  }

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(List.of(FiveSignatures.HOUSEHOLD, FiveSignatures.SHEET), "农户", "收入"),
          new Signature(FiveSignatures.HELPER, "帮扶责任人", "住房"),
          new Signature(FiveSignatures.VILLAGE, "村（居）委会", "就学"),
          new Signature(FiveSignatures.TOWNSHIP, "镇（街道）", "资料"),
          new Signature(FiveSignatures.DEPARTMENT, "主管部门", "医疗保障"));

  private final Cases cases;
  private final ProcessLibrary models;

  SignaturesPart(Cases cases, ProcessLibrary models) {
    this.cases = cases;
    this.models = models;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "五签字五确认";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    if (!file.process().equals(HouseholdExit.PROCESS) || !isSigned(file)) {
      return Optional.empty();
    }
    List<Task> tasks = cases.tasks(file);
    KeyValueList list = new KeyValueList();
    for (Signature signature : SIGNATURES) {
      Optional<Task> latest =
          tasks.stream()
              .filter(task -> signature.taskTypes().contains(task.taskType()))
              .reduce((earlier, later) -> later);
      list.line(
          signature.signer() + "确认" + signature.confirms(),
          latest
              .map(task -> badge(task, sentBackSince(tasks, task)))
              .orElseGet(() -> new StateBadge(Tone.PLAIN, "待签字")),
          new Span(
              latest.flatMap(Task::endedAt).map(at -> "　" + Wording.dateTime(at)).orElse("")
                  + latest
                      .filter(task -> task.taskType().equals(FiveSignatures.SHEET))
                      .map(task -> "　纸质签字表，村（居）委会代收")
                      .orElse("")));
    }
    return Optional.of(list);
  }

  private boolean isSigned(CaseFile file) {
    return models
        .find(file.pack(), HouseholdExit.PROCESS)
        .filter(model -> !model.callsOf(FiveSignatures.PROCESS_ID).isEmpty())
        .isPresent();
  }

  /** After a refusal everybody signs anew: what was signed before does not count any more. */
  private static boolean sentBackSince(List<Task> tasks, Task signed) {
    return tasks.stream()
        .anyMatch(
            task ->
                task.taskType().equals("correction")
                    && task.createdAt().isAfter(signed.createdAt()));
  }

  private static StateBadge badge(Task task, boolean signsAnew) {
    if (task.state() == Task.State.OPEN) {
      return new StateBadge(Tone.WARNING, "签字中");
    }
    String outcome = task.outcome().orElse("");
    if (outcome.equals(Decision.APPROVE)) {
      return signsAnew
          ? new StateBadge(Tone.STOPPED, "已签字，退回后需重签")
          : new StateBadge(Tone.GOOD, "已签字确认");
    }
    return outcome.isEmpty()
        ? new StateBadge(Tone.STOPPED, "已停止")
        : new StateBadge(Tone.BAD, outcome.equals(Decision.REJECT) ? "不签字" : "退回核实");
  }
}
