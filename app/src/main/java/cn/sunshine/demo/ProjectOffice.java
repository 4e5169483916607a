package cn.sunshine.demo;

import cn.sunshine.account.Actor;
import cn.sunshine.attachment.Attachments;
import cn.sunshine.attachment.Evidence;
import cn.sunshine.demo.Story.Scene;
import cn.sunshine.inbox.Decision;
import cn.sunshine.inbox.Inbox;
import cn.sunshine.inbox.Task;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does the steps of invented projects, and those of admissions that want papers, as their offices
 * would: evidence first, then the form.
 */
@DemoComponent
class ProjectOffice {

  private final Inbox inbox;
  private final Attachments attachments;
  private final DemoRegister register;
  private final Clock clock;

  ProjectOffice(Inbox inbox, Attachments attachments, DemoRegister register, Clock clock) {
    this.inbox = inbox;
    this.attachments = attachments;
    this.register = register;
    this.clock = clock;
  }

  /** The application with the household numbers that the register has given. */
  Map<String, Object> application(Map<String, Object> data) {
    Map<String, Object> application = new LinkedHashMap<>(data);
    if (data.get("households") instanceof ProjectTale.Beneficiaries households) {
      application.put(
          "households",
          households.entries().stream()
              .map(
                  entry ->
                      Map.of(
                          "householdNumber",
                          register.numberOf(entry),
                          "amount",
                          households.yuanEach()))
              .toList());
    }
    return application;
  }

  /** Does a step: hands in what evidence is missing, answers the form, decides. */
  void carry(Task task, Scene.Carries scene, Actor actor) {
    Map<String, Object> sheet = inbox.open(task.getId(), actor).data();
    Map<String, Object> answers = new LinkedHashMap<>();
    if (scene.outcome().equals(Decision.APPROVE)) {
      handIn(task, sheet, actor);
      LocalDate today = LocalDate.now(clock);
      answers.putAll(
          AdmissionAnswers.to(task, today).orElseGet(() -> ProjectAnswers.to(task, sheet, today)));
    } else if (scene.data().containsKey("checklist")) {
      answers.put("acceptedOn", LocalDate.now(clock).toString());
    }
    answers.putAll(scene.data());
    inbox.decide(task.getId(), new Decision(scene.outcome(), scene.comment(), answers), actor);
  }

  private void handIn(Task task, Map<String, Object> sheet, Actor actor) {
    for (Object wanted : (List<?>) sheet.getOrDefault("evidence", List.of())) {
      Evidence paper = (Evidence) wanted;
      if (!paper.present()) {
        DemoPaper made = DemoPaper.of(paper, task);
        attachments.add(task.caseId(), paper.purpose(), made.name(), made.content(), actor);
      }
    }
  }
}
