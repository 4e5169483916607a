package cn.sunshine.bidding;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A tender for a project.
 *
 * @param round 1, or 2 for the second and last one
 * @param ceiling the highest price that can win, in yuan
 * @param bidsLeast how many bidders it needs
 * @param closesAt until when bids are taken, and before when none is opened
 * @param bidCount how many bids there were; known when it has closed
 * @param winner who got the contract; known when it has been awarded
 */
public record Tender(
    String id,
    String caseId,
    String region,
    int round,
    String title,
    String content,
    BigDecimal ceiling,
    String contact,
    State state,
    int bidsLeast,
    Optional<Instant> publishedAt,
    Optional<Instant> closesAt,
    Optional<Integer> bidCount,
    Optional<Instant> openedAt,
    Optional<String> winner,
    Optional<BigDecimal> award) {

  /** Where a tender is in its life. */
  public enum State {
    DRAFT("编制中"),
    OPEN("投标中"),
    CLOSED("已截标，待开标"),
    OPENED("已开标"),
    AWARDED("已定标"),
    FAILED("流标"),
    STOPPED("已停止");

    private final String chinese;

    State(String chinese) {
      this.chinese = chinese;
    }

    public String chinese() {
      return chinese;
    }
  }

  /** Whether bids are taken at this moment. */
  boolean takesBids(Instant at) {
    return state == State.OPEN && closesAt.filter(at::isBefore).isPresent();
  }
}
