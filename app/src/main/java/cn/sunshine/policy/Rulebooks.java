package cn.sunshine.policy;

import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.ParameterSource;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.RuleVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the rulebooks of the packs from what they are shipped with and what has been released. A
 * release exchanges the list of versions in one step: whoever is just deciding finishes by the book
 * in hand.
 */
@Component
class Rulebooks {

  private static final Set<ArtefactKind> IN_BOOKS =
      Set.of(ArtefactKind.PARAMETER, ArtefactKind.DECISION_TABLE);

  private final PolicyPacks packs;
  private final Versions versions;
  private final CompiledRules rules;

  /** Counts the releases since the start. */
  private final AtomicLong releases = new AtomicLong();

  private volatile Released released = new Released(-1, List.of(), Map.of());

  /**
   * The released versions, and the books that have been made of them.
   *
   * @param asOf how many releases there had been when they were read: whoever reads while one is
   *     being committed must not leave an old list behind
   */
  private record Released(long asOf, List<PolicyVersion> versions, Map<Key, Rulebook> books) {}

  private record Key(String pack, Map<Artefact, Integer> numbers) {}

  Rulebooks(PolicyPacks packs, Versions versions, CompiledRules rules) {
    this.packs = packs;
    this.versions = versions;
    this.rules = rules;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void onRelease(VersionReleased event) {
    if (IN_BOOKS.contains(event.artefact().kind())) {
      releases.incrementAndGet();
    }
  }

  /** The book for what begins now. */
  Rulebook now(PolicyPack pack) {
    return book(pack, version -> true);
  }

  /** The book for a case that began at a moment. */
  Rulebook since(PolicyPack pack, Instant caseBegan) {
    return book(pack, version -> version.countsFor(caseBegan));
  }

  /** The book for what begins now, as it would be with these changes. */
  Rulebook with(PolicyPack pack, List<Proposal> proposals) {
    Map<Artefact, Content> contents = contents(pack, version -> true);
    proposals.forEach(
        proposal ->
            contents.merge(
                proposal.artefact(),
                new Content(PolicyVersion.SHIPPED + 1, proposal.content()),
                (current, next) -> new Content(current.number() + 1, next.text())));
    return book(pack, contents);
  }

  private record Content(int number, String text) {}

  private Rulebook book(PolicyPack pack, Predicate<PolicyVersion> counts) {
    Released all = released();
    Map<Artefact, Content> contents = contents(all, pack, counts);
    Map<Artefact, Integer> numbers = new HashMap<>();
    contents.forEach((artefact, content) -> numbers.put(artefact, content.number()));
    return all.books().computeIfAbsent(new Key(pack.name(), numbers), key -> book(pack, contents));
  }

  private Released released() {
    Released known = released;
    long now = releases.get();
    if (known.asOf() != now) {
      known =
          new Released(
              now,
              IN_BOOKS.stream().flatMap(kind -> versions.of(kind).stream()).toList(),
              new ConcurrentHashMap<>());
      released = known;
    }
    return known;
  }

  private Map<Artefact, Content> contents(PolicyPack pack, Predicate<PolicyVersion> counts) {
    return contents(released(), pack, counts);
  }

  // Oldest first: the last one that counts stays.
  private static Map<Artefact, Content> contents(
      Released all, PolicyPack pack, Predicate<PolicyVersion> counts) {
    return all.versions().stream()
        .filter(version -> version.artefact().pack().equals(pack.name()))
        .filter(counts)
        .collect(
            Collectors.toMap(
                PolicyVersion::artefact,
                version -> new Content(version.number(), version.content()),
                (earlier, later) -> later,
                LinkedHashMap::new));
  }

  private Rulebook book(PolicyPack shipped, Map<Artefact, Content> contents) {
    Map<String, Content> tables = new HashMap<>();
    Map<String, List<Parameter>> rows = new HashMap<>();
    contents.forEach(
        (artefact, content) -> {
          if (artefact.kind() == ArtefactKind.PARAMETER) {
            rows.put(
                artefact.name(),
                ParameterTimeline.parse(artefact.name(), content.text())
                    .parameters(content.number()));
          } else if (artefact.kind() == ArtefactKind.DECISION_TABLE) {
            tables.put(artefact.name() + ".dmn", content);
          }
        });
    PolicyPack pack = withParameters(shipped, rows);
    return new Rulebook(
        pack,
        name ->
            pack.ruleSets().stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst()
                .map(
                    definition -> {
                      Map<String, Content> own = new LinkedHashMap<>(tables);
                      own.keySet().retainAll(definition.models());
                      return rules.ruleSet(pack, definition, numbers(definition, own), texts(own));
                    }));
  }

  /**
   * A version of a rule set as decisions name it; empty when this installation does not have it any
   * more.
   *
   * @param version the numbers of its tables and the hash of its models
   */
  Optional<RuleVersion> historic(String pack, String ruleSet, String version) {
    return packs.find(pack).stream()
        .flatMap(
            shipped ->
                shipped.ruleSets().stream()
                    .filter(definition -> definition.name().equals(ruleSet))
                    .flatMap(
                        definition ->
                            combinations(pack, definition)
                                .filter(
                                    tables ->
                                        rules
                                            .versionOf(
                                                shipped,
                                                definition,
                                                numbers(definition, tables),
                                                texts(tables))
                                            .equals(version))
                                .map(
                                    tables ->
                                        rules.ruleSet(
                                            shipped,
                                            definition,
                                            numbers(definition, tables),
                                            texts(tables)))))
        .findFirst();
  }

  /**
   * Every way in which released tables can have stood together in a rule set, by file name; a table
   * as shipped is left out. Which of them stood together for a case depends on when it began.
   */
  private Stream<Map<String, Content>> combinations(String pack, RuleSetDefinition definition) {
    Stream<Map<String, Content>> all = Stream.of(Map.of());
    for (String file : definition.models()) {
      List<Content> versions =
          released().versions().reversed().stream()
              .filter(version -> version.artefact().pack().equals(pack))
              .filter(version -> version.artefact().kind() == ArtefactKind.DECISION_TABLE)
              .filter(version -> file.equals(version.artefact().name() + ".dmn"))
              .map(version -> new Content(version.number(), version.content()))
              .toList();
      all =
          all.flatMap(
              tables ->
                  Stream.concat(
                      versions.stream().map(content -> with(tables, file, content)),
                      Stream.of(tables)));
    }
    return all;
  }

  private static Map<String, Content> with(
      Map<String, Content> tables, String file, Content content) {
    Map<String, Content> more = new LinkedHashMap<>(tables);
    more.put(file, content);
    return more;
  }

  /**
   * What decisions by these tables carry: the number of the rule set's first table, and behind it
   * those of the others as far as one has been released, such as {@code 2} or {@code 1.3}.
   */
  private static String numbers(RuleSetDefinition definition, Map<String, Content> tables) {
    List<Integer> numbers =
        new ArrayList<>(
            definition.models().stream()
                .filter(file -> file.endsWith(".dmn"))
                .map(
                    file ->
                        Optional.ofNullable(tables.get(file))
                            .map(Content::number)
                            .orElse(PolicyVersion.SHIPPED))
                .toList());
    while (numbers.size() > 1 && numbers.getLast() == PolicyVersion.SHIPPED) {
      numbers.removeLast();
    }
    return numbers.stream().map(Object::toString).collect(Collectors.joining("."));
  }

  private static Map<String, String> texts(Map<String, Content> tables) {
    Map<String, String> texts = new LinkedHashMap<>();
    tables.forEach((file, content) -> texts.put(file, content.text()));
    return texts;
  }

  /** The parameters as a decision's record has them. */
  ParameterSource parametersOf(String pack, List<Map<String, Object>> rows) {
    Map<String, Parameter> byName = new HashMap<>();
    PolicyPack shipped = packs.find(pack).orElseThrow();
    for (Map<String, Object> row : rows) {
      String name = row.get("name").toString();
      shipped.parameters().stream()
          .filter(known -> known.name().equals(name))
          .findFirst()
          .ifPresent(
              known ->
                  byName.put(
                      name,
                      new Parameter(
                          name,
                          known.unit(),
                          row.get("value").toString(),
                          LocalDate.parse(row.get("validFrom").toString()),
                          Optional.empty(),
                          row.get("source").toString(),
                          "",
                          Integer.parseInt(row.get("version").toString()))));
    }
    return (name, day) -> Optional.ofNullable(byName.get(name));
  }

  private static PolicyPack withParameters(PolicyPack shipped, Map<String, List<Parameter>> rows) {
    List<Parameter> parameters =
        new ArrayList<>(
            Stream.concat(
                    shipped.parameters().stream().filter(row -> !rows.containsKey(row.name())),
                    rows.values().stream().flatMap(List::stream))
                .toList());
    return new PolicyPack(
        shipped.name(),
        shipped.code(),
        shipped.title(),
        shipped.rootRegion(),
        shipped.processes(),
        shipped.ruleSets(),
        parameters);
  }
}
