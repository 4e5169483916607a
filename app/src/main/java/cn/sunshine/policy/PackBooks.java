package cn.sunshine.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The books of one pack, as long as nothing more is released. Between two releases all cases that
 * begin have the same book, so a book belongs to a stretch of time: it is made once, and found
 * again without looking at the versions. Those of long ago are made again when they are asked for.
 */
final class PackBooks {

  /** Cases of so many stretches are decided at one time at the most; a book takes some 100 kB. */
  private static final int KEPT = 128;

  private final List<VersionHead> versions;

  /** When versions took effect, in order, each moment once. */
  private final Instant[] moments;

  private final Function<Collection<VersionHead>, Rulebook> binding;
  private final Cache<Integer, Rulebook> books = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * @param versions of this pack, oldest first
   * @param binding makes a book of one version of each artefact that has any
   */
  PackBooks(List<VersionHead> versions, Function<Collection<VersionHead>, Rulebook> binding) {
    this.versions = List.copyOf(versions);
    this.moments =
        versions.stream().map(VersionHead::effectiveAt).distinct().sorted().toArray(Instant[]::new);
    this.binding = binding;
  }

  /** The book for what begins now: all that has been released counts. */
  Rulebook now() {
    return book(moments.length);
  }

  /**
   * The book for a case that began at a moment: what had taken effect by then, that moment
   * included, and what was released for running cases since.
   */
  Rulebook since(Instant caseBegan) {
    int place = Arrays.binarySearch(moments, caseBegan);
    return book(place >= 0 ? place + 1 : -place - 1);
  }

  private Rulebook book(int inEffect) {
    return books.get(inEffect, any -> binding.apply(counting(inEffect).values()));
  }

  /** The version of each artefact that counts for what begins now. */
  Map<Artefact, VersionHead> current() {
    return counting(moments.length);
  }

  private Map<Artefact, VersionHead> counting(int inEffect) {
    Map<Artefact, VersionHead> counting = new LinkedHashMap<>();
    // Oldest first: the last one that counts stays.
    for (VersionHead version : versions) {
      boolean counts =
          version.movesRunningCases()
              || inEffect == moments.length
              || inEffect > 0 && !version.effectiveAt().isAfter(moments[inEffect - 1]);
      if (counts) {
        counting.put(version.artefact(), version);
      }
    }
    return counting;
  }

  /** The versions of a decision table, newest first. */
  List<VersionHead> ofTable(String name) {
    return versions.reversed().stream()
        .filter(version -> version.artefact().kind() == ArtefactKind.DECISION_TABLE)
        .filter(version -> version.artefact().name().equals(name))
        .toList();
  }
}
