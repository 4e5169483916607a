package cn.sunshine.parameter;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.ParameterTimeline;
import cn.sunshine.policy.ParameterTimeline.Row;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parameters of a pack as their page shows and changes them. */
@Service
class ParameterLines {

  private final Packs packs;
  private final Changes changes;
  private final Clock clock;

  ParameterLines(Packs packs, Changes changes, Clock clock) {
    this.packs = packs;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * One parameter in the list.
   *
   * @param today the value valid today; empty when there is none
   * @param next the value that follows, when one is known
   * @param proposed what the actor is writing, when it is being changed
   * @param handedIn what somebody handed in that has not taken effect yet
   */
  record Line(
      ParameterTimeline timeline,
      String title,
      Optional<Row> today,
      Optional<Row> next,
      Optional<ParameterTimeline> proposed,
      Optional<HandedIn> handedIn) {

    boolean contains(String words) {
      String all = timeline.name() + title + today.map(row -> row.source() + row.note()).orElse("");
      return all.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A change that waits for its approval or its day.
   *
   * @param state in Chinese
   */
  record HandedIn(long change, String state, ParameterTimeline timeline) {}

  /** All parameters of a pack, in the order of the pack. */
  @Transactional(readOnly = true)
  List<Line> of(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    PolicyPack inForce = packs.find(pack).orElseThrow();
    Optional<PolicyChange> inHand = changes.inHand(pack, actor);
    List<PolicyChange> underWay = changes.underWay(pack, actor);
    // The order in which the pack was written, also of those that were changed since.
    return packs.shipped(pack).parameters().stream()
        .map(Parameter::name)
        .distinct()
        .map(name -> line(artefact(pack, name), inForce, inHand, underWay))
        .toList();
  }

  private Line line(
      Artefact artefact,
      PolicyPack inForce,
      Optional<PolicyChange> inHand,
      List<PolicyChange> underWay) {
    LocalDate today = LocalDate.now(clock);
    ParameterTimeline timeline =
        ParameterTimeline.of(artefact.name(), inForce.parameters()).orElseThrow();
    return new Line(
        timeline,
        inForce.titleOf(artefact.name()),
        timeline.at(today),
        timeline.rows().stream().filter(row -> row.from().isAfter(today)).findFirst(),
        inHand.flatMap(change -> timelineIn(change, artefact)),
        underWay.stream().flatMap(change -> handedIn(change, artefact).stream()).findFirst());
  }

  private static Optional<ParameterTimeline> timelineIn(PolicyChange change, Artefact artefact) {
    return change
        .item(artefact)
        .map(item -> ParameterTimeline.parse(artefact.name(), item.content()));
  }

  private static Optional<HandedIn> handedIn(PolicyChange change, Artefact artefact) {
    return timelineIn(change, artefact)
        .map(timeline -> new HandedIn(change.id(), change.state().chinese(), timeline));
  }

  /** Writes a new value into the change that the actor has in hand. */
  @Transactional
  List<ArtefactFault> propose(String pack, ParameterTimeline timeline, Actor actor) {
    PolicyChange change = changes.begin(pack, actor);
    return changes.put(change.id(), artefact(pack, timeline.name()), timeline.json(), "[]", actor);
  }

  /** What is wrong with a timeline; nothing is written. */
  List<ArtefactFault> check(String pack, ParameterTimeline proposed) {
    return ParameterCheck.of(
        ParameterTimeline.of(proposed.name(), packs.find(pack).orElseThrow().parameters())
            .orElseThrow(),
        proposed,
        LocalDate.now(clock));
  }

  static Artefact artefact(String pack, String name) {
    return new Artefact(pack, ArtefactKind.PARAMETER, name);
  }
}
