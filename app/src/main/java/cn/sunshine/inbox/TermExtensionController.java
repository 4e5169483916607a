package cn.sunshine.inbox;

import cn.sunshine.account.CurrentActor;
import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** More time for a task: asked by whose task it is, decided by the office above. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/extension")
class TermExtensionController {

  private final TermExtensions extensions;
  private final CurrentActor currentActor;

  TermExtensionController(TermExtensions extensions, CurrentActor currentActor) {
    this.extensions = extensions;
    this.currentActor = currentActor;
  }

  record Request(Integer workingDays, String reason) {}

  record DecisionOnIt(Boolean approve, String comment) {}

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ask(@PathVariable String id, @RequestBody Request request) {
    int days = Optional.ofNullable(request.workingDays()).orElse(0);
    extensions.ask(id, days, request.reason(), currentActor.require());
  }

  @PostMapping("/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable String id, @RequestBody DecisionOnIt decision) {
    if (decision.approve() == null) {
      throw new Refusal.Invalid(
          "请给出 approve：true 批准，false 不批准。", List.of(new Refusal.FieldFault("approve", "必填")));
    }
    if (decision.approve()) {
      extensions.approve(id, decision.comment(), currentActor.require());
    } else {
      extensions.refuse(id, decision.comment(), currentActor.require());
    }
  }
}
