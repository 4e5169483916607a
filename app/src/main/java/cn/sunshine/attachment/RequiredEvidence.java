package cn.sunshine.attachment;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.inbox.Task;
import cn.sunshine.inbox.TaskForms;
import cn.sunshine.problem.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The papers without which a step is not approved (NT-16, SC-6). Which they are says the form of
 * the step, which a pack may have of its own; the kind of case asks before a decision counts.
 */
@Component
public class RequiredEvidence {

  private final FormLibrary forms;
  private final TaskForms taskForms;
  private final Attachments attachments;

  RequiredEvidence(FormLibrary forms, TaskForms taskForms, Attachments attachments) {
    this.forms = forms;
    this.taskForms = taskForms;
    this.attachments = attachments;
  }

  /** What steps of a case want, by task type, whether or not the case has come there. */
  public Map<String, List<Evidence>> ofSteps(CaseFile file, Collection<String> taskTypes) {
    List<Attachment> papers = attachments.evidenceOf(file.getId());
    return taskTypes.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                step -> wanted(forms.find(file.pack(), step).stream(), papers)));
  }

  /** What a task wants before it can be approved, by the form that it was opened with. */
  public List<Evidence> wanted(CaseFile file, Task task) {
    List<Attachment> papers = attachments.evidenceOf(file.getId());
    return wanted(Stream.of(taskForms.of(task)), papers).stream()
        .map(
            paper ->
                new Evidence(
                    paper.purpose(),
                    paper.label(),
                    paper.fresh(),
                    papers.stream()
                        .filter(one -> one.purpose().equals(paper.purpose()))
                        .anyMatch(
                            one -> !paper.fresh() || !one.uploadedAt().isBefore(task.createdAt()))))
        .toList();
  }

  /**
   * @throws Refusal.Invalid when evidence is missing; it says which
   */
  public void requireAll(CaseFile file, Task task) {
    List<Evidence> missing = wanted(file, task).stream().filter(paper -> !paper.present()).toList();
    if (!missing.isEmpty()) {
      throw new Refusal.Invalid(
          "材料不齐，不能通过“"
              + task.name()
              + "”。还缺："
              + missing.stream()
                  .map(
                      paper ->
                          paper.label()
                              + "（purpose="
                              + paper.purpose()
                              + (paper.fresh() ? "，须为本次上传" : "")
                              + "）")
                  .collect(Collectors.joining("、"))
              + "。请先在本案件上传附件并选择材料名称（POST /api/v1/cases/"
              + file.getId()
              + "/attachments?purpose=材料代码）。",
          missing.stream()
              .map(
                  paper ->
                      new Refusal.FieldFault("evidence." + paper.purpose(), "缺少" + paper.label()))
              .toList());
    }
  }

  private static List<Evidence> wanted(Stream<Form> form, List<Attachment> papers) {
    return form.map(Form::json)
        .flatMap(json -> json.path("sunshine").path("evidence").valueStream())
        .map(
            paper -> {
              String purpose = paper.path("purpose").asString();
              return new Evidence(
                  purpose,
                  paper.path("label").asString(),
                  paper.path("fresh").asBoolean(false),
                  papers.stream().anyMatch(one -> one.purpose().equals(purpose)));
            })
        .toList();
  }
}
