package cn.sunshine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Which version counts for whom, with thousands of versions: the same as going through all of them,
 * without going through all of them each time.
 */
class PackBooksTest {

  private static final int VERSIONS = 4_000;
  private static final int ARTEFACTS = 40;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final PolicyPack PACK = PolicyPacks.load().find("nantong").orElseThrow();

  private final Random random = new Random(5);
  private final List<VersionHead> versions = new ArrayList<>();
  private final Map<Rulebook, Set<Long>> bound = new IdentityHashMap<>();
  private int bindings;

  private PackBooks books() {
    Map<Artefact, Integer> numbers = new HashMap<>();
    Instant at = FIRST;
    for (int id = 1; id <= VERSIONS; id++) {
      // Several of one change take effect at the same moment.
      at = at.plusSeconds(random.nextInt(3));
      Artefact artefact =
          new Artefact("nantong", ArtefactKind.PARAMETER, "p" + random.nextInt(ARTEFACTS));
      versions.add(
          new VersionHead(
              id,
              artefact,
              numbers.merge(artefact, 1, Integer::sum) + 1,
              at,
              random.nextInt(4) == 0 ? RunningCases.MOVE : RunningCases.KEEP));
    }
    return new PackBooks(versions, this::bind);
  }

  private Rulebook bind(Collection<VersionHead> counting) {
    bindings++;
    Rulebook book = new Rulebook(PACK, none -> java.util.Optional.empty());
    Set<Long> ids = new HashSet<>();
    counting.forEach(version -> ids.add(version.id()));
    bound.put(book, ids);
    return book;
  }

  private Set<Long> plain(Instant began) {
    Map<Artefact, Long> counting = new HashMap<>();
    for (VersionHead version : versions) {
      if (version.runningCases() == RunningCases.MOVE || !version.effectiveAt().isAfter(began)) {
        counting.put(version.artefact(), version.id());
      }
    }
    return Set.copyOf(counting.values());
  }

  @Test
  void aCaseHasTheVersionsOfItsBeginning() {
    PackBooks books = books();
    Instant last = versions.getLast().effectiveAt();
    long seconds = last.getEpochSecond() - FIRST.getEpochSecond() + 2;

    for (int i = 0; i < 1_000; i++) {
      Instant began = FIRST.minusSeconds(1).plusSeconds(random.nextLong(seconds));
      assertThat(bound.get(books.since(began))).as("began %s", began).isEqualTo(plain(began));
      Instant justBefore = began.minusNanos(1);
      assertThat(bound.get(books.since(justBefore))).isEqualTo(plain(justBefore));
    }
    assertThat(bound.get(books.now())).isEqualTo(plain(Instant.MAX));
    assertThat(bound.get(books.since(Instant.EPOCH))).isEqualTo(plain(Instant.EPOCH));
  }

  @Test
  void whoAsksAgainGetsTheBookThatIsThere() {
    PackBooks books = books();
    Instant began = versions.get(VERSIONS / 2).effectiveAt();
    Rulebook now = books.now();
    Rulebook then = books.since(began);

    for (int i = 0; i < 10_000; i++) {
      assertThat(books.now()).isSameAs(now);
      assertThat(books.since(began)).isSameAs(then);
    }
    assertThat(bindings).isEqualTo(2);
  }

  @Test
  void withoutAVersionThereIsOneBook() {
    PackBooks books = new PackBooks(List.of(), this::bind);

    assertThat(books.since(FIRST)).isSameAs(books.now());
    assertThat(bound.get(books.now())).isEmpty();
  }
}
