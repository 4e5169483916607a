package cn.sunshine.review;

import cn.sunshine.account.CurrentActor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/review-rounds")
class ReviewRoundController {

  private final ReviewRounds rounds;
  private final CurrentActor actor;

  ReviewRoundController(ReviewRounds rounds, CurrentActor actor) {
    this.rounds = rounds;
    this.actor = actor;
  }

  record Listing(List<ReviewRound> items) {}

  @GetMapping
  Listing rounds() {
    return new Listing(rounds.of(actor.require()));
  }
}
