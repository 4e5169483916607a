package cn.sunshine.expert;

import cn.sunshine.account.CurrentActor;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/experts")
class ExpertController {

  private final Experts experts;
  private final CurrentActor actor;

  ExpertController(Experts experts, CurrentActor actor) {
    this.experts = experts;
    this.actor = actor;
  }

  record Listing(List<Expert> items, long total) {}

  @GetMapping
  Listing list() {
    List<Expert> items = experts.all(actor.require());
    return new Listing(items, items.size());
  }

  @PostMapping
  ResponseEntity<Expert> add(@RequestBody NewExpert entry) {
    Expert added = experts.add(entry, actor.require());
    return ResponseEntity.created(URI.create("/api/v1/experts/" + added.id())).body(added);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void retire(@PathVariable String id) {
    experts.retire(id, actor.require());
  }
}
