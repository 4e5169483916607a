package cn.sunshine.policy;

import cn.sunshine.policy.BookBinding.Content;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The rulebooks of the packs: what they are shipped with and what has been released. A release
 * exchanges them in one step: whoever is just deciding finishes by the book in hand.
 */
@Component
class Rulebooks {

  private static final Set<ArtefactKind> IN_BOOKS =
      Set.of(ArtefactKind.PARAMETER, ArtefactKind.DECISION_TABLE);

  private final PolicyPacks packs;
  private final Versions versions;
  private final BookBinding binding;

  /** Counts the releases since the start. */
  private final AtomicLong releases = new AtomicLong();

  private volatile Released released = new Released(-1, Map.of());

  /**
   * The books of all packs, by the name of the pack.
   *
   * @param asOf how many releases there had been when the versions were read: whoever reads while
   *     one is being committed must not leave an old list behind
   */
  private record Released(long asOf, Map<String, PackBooks> books) {}

  Rulebooks(PolicyPacks packs, Versions versions, BookBinding binding) {
    this.packs = packs;
    this.versions = versions;
    this.binding = binding;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void onRelease(VersionReleased event) {
    if (IN_BOOKS.contains(event.artefact().kind())) {
      releases.incrementAndGet();
    }
  }

  /** The book for what begins now. */
  Rulebook now(PolicyPack pack) {
    return books(pack.name()).now();
  }

  /** The book for a case that began at a moment. */
  Rulebook since(PolicyPack pack, Instant caseBegan) {
    return books(pack.name()).since(caseBegan);
  }

  /** The book for what begins now, as it would be with these changes. */
  Rulebook with(PolicyPack pack, List<Proposal> proposals) {
    Map<Artefact, Content> contents = contents(books(pack.name()).current().values());
    proposals.forEach(
        proposal ->
            contents.merge(
                proposal.artefact(),
                new Content(PolicyVersion.SHIPPED + 1, proposal.content()),
                (current, next) -> new Content(current.number() + 1, next.text())));
    return binding.bind(pack, contents);
  }

  PackBooks books(String pack) {
    Released known = released;
    long now = releases.get();
    if (known.asOf() != now) {
      known = read(now);
      released = known;
    }
    return known.books().get(pack);
  }

  private Released read(long asOf) {
    Map<String, List<VersionHead>> heads =
        versions.heads(IN_BOOKS).stream()
            .collect(Collectors.groupingBy(version -> version.artefact().pack()));
    return new Released(
        asOf,
        packs.all().stream()
            .collect(
                Collectors.toMap(
                    PolicyPack::name,
                    pack ->
                        new PackBooks(
                            heads.getOrDefault(pack.name(), List.of()),
                            counting -> binding.bind(pack, contents(counting))))));
  }

  private Map<Artefact, Content> contents(Collection<VersionHead> counting) {
    Map<Long, String> texts = versions.contents(counting);
    return counting.stream()
        .collect(
            Collectors.toMap(
                VersionHead::artefact,
                version -> new Content(version.number(), texts.get(version.id())),
                (one, same) -> one,
                HashMap::new));
  }
}
