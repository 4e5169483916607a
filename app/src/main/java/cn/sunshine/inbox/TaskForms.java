package cn.sunshine.inbox;

import cn.sunshine.forms.Form;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Versions;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The form of each task: the version that was in force when the task was opened. A form that is
 * released later is for later tasks, so nobody's half-filled answers change under their hands.
 */
@Component
public class TaskForms {

  private final FormLibrary forms;
  private final Versions versions;
  private final TaskRepository tasks;

  TaskForms(FormLibrary forms, Versions versions, TaskRepository tasks) {
    this.forms = forms;
    this.versions = versions;
    this.tasks = tasks;
  }

  /** In the transaction that opens the task. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void onTaskOpened(TaskOpened opened) {
    tasks
        .findById(opened.taskId())
        .ifPresent(task -> task.usesForm(versions.currentNumber(artefact(task))));
  }

  /**
   * The form that a task is answered with.
   *
   * @throws IllegalStateException when the pack has no such form
   */
  public Form of(Task task) {
    return kept(task)
        .or(() -> forms.find(task.pack(), task.form()))
        .orElseThrow(() -> new IllegalStateException("no form " + task.form()));
  }

  /** The version that the task remembers, when that is not the one in force. */
  private Optional<Form> kept(Task task) {
    return task.formVersion()
        .filter(number -> number != versions.currentNumber(artefact(task)))
        .flatMap(
            number ->
                number == PolicyVersion.SHIPPED
                    ? forms.shipped(task.pack(), task.form())
                    : versions
                        .find(artefact(task), number)
                        .map(version -> forms.read(task.form(), version.content())));
  }

  private static Artefact artefact(Task task) {
    return new Artefact(task.pack(), ArtefactKind.FORM, task.form());
  }
}
