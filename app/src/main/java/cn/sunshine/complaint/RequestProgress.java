package cn.sunshine.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the person who knows the code sees: no name, no contact, not the words of the request.
 *
 * @param merged the request goes on in another case, whose way this is
 * @param question what the department wants to know, while it waits
 * @param answer empty until it is told
 */
public record RequestProgress(
    String kind,
    String region,
    String regionName,
    RequestState status,
    String statusText,
    OffsetDateTime filedAt,
    OffsetDateTime acceptedAt,
    String department,
    boolean merged,
    String question,
    String answer,
    OffsetDateTime answeredAt,
    OffsetDateTime objectionUntil,
    String reviewAnswer,
    OffsetDateTime reviewedAt,
    Integer stars,
    boolean mayAnswer,
    boolean mayRate,
    boolean mayObject,
    boolean mayWithdraw,
    List<Step> timeline) {

  /** One line of the way. */
  public record Step(OffsetDateTime at, String text) {}

  static RequestProgress of(
      Complaint own,
      Complaint shown,
      List<Correspondence.Step> steps,
      String regionName,
      Clock clock) {
    boolean merged = !own.caseId().equals(shown.caseId());
    boolean told = shown.answeredAt().isPresent();
    boolean secret = shown.state() == RequestState.DISCIPLINE;
    return new RequestProgress(
        own.kind().code(),
        own.region(),
        regionName,
        shown.state(),
        shown.state().forThePerson(),
        at(Optional.of(own.filedAt()), clock),
        at(shown.acceptedAt(), clock),
        shown.acceptedAt().isEmpty() || secret ? null : shown.departmentName(),
        merged,
        merged || shown.state() != RequestState.WAITING ? null : shown.question().orElse(null),
        told ? shown.answer().orElse(null) : null,
        at(shown.answeredAt(), clock),
        merged ? null : at(shown.objectionUntil(), clock),
        shown.reviewedAt().isPresent() ? shown.reviewAnswer().orElse(null) : null,
        at(shown.reviewedAt(), clock),
        merged ? null : shown.stars().orElse(null),
        !merged && shown.state() == RequestState.WAITING,
        !merged && shown.takesRating(),
        !merged && shown.takesObjection(clock.instant()),
        !own.state().hasEnded(),
        steps.stream()
            .map(step -> new Step(at(Optional.of(step.at()), clock), step.words()))
            .toList());
  }

  private static OffsetDateTime at(Optional<Instant> moment, Clock clock) {
    return moment.map(m -> m.atZone(clock.getZone()).toOffsetDateTime()).orElse(null);
  }
}
