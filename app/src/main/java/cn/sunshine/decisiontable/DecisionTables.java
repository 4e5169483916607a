package cn.sunshine.decisiontable;

import cn.sunshine.account.Actor;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Packs;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.ArtefactType;
import cn.sunshine.policychange.ChangeItem;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.problem.Refusal;
import cn.sunshine.rules.InvalidFacts;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.RuleSetDefinition;
import cn.sunshine.rules.TableCase;
import cn.sunshine.rules.TableCases;
import cn.sunshine.rules.TableInput;
import cn.sunshine.rules.TableTrial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The decision tables of a pack as their page shows and changes them. */
@Service
class DecisionTables {

  private final Packs packs;
  private final Changes changes;
  private final TableArtefacts artefacts;
  private final RuleEngine engine;
  private final BoundedChecks bounded;

  DecisionTables(
      Packs packs,
      Changes changes,
      TableArtefacts artefacts,
      RuleEngine engine,
      BoundedChecks bounded) {
    this.packs = packs;
    this.changes = changes;
    this.artefacts = artefacts;
    this.engine = engine;
    this.bounded = bounded;
  }

  /**
   * One table of a pack.
   *
   * @param name of its file, without {@code .dmn}
   */
  record Table(String pack, String ruleSet, String name, String title) {
    Artefact artefact() {
      return new Artefact(pack, ArtefactKind.DECISION_TABLE, name);
    }
  }

  /**
   * What the editor opens: the text being written, else the one in force.
   *
   * @param number of the version in force
   */
  record Opened(Table table, int number, Standing standing, String model, String tests) {

    /** Whose text it is. */
    enum Standing {
      IN_FORCE,
      BEING_CHANGED
    }
  }

  @Transactional(readOnly = true)
  List<Table> of(String pack, Actor actor) {
    changes.requireSight(pack, actor);
    return TableArtefacts.owners(packs.find(pack).orElseThrow()).entrySet().stream()
        .map(
            owned ->
                new Table(
                    pack,
                    owned.getValue().name(),
                    owned
                        .getKey()
                        .substring(0, owned.getKey().length() - TableArtefacts.MODEL.length()),
                    owned.getValue().title()))
        .toList();
  }

  @Transactional(readOnly = true)
  Opened open(Table table, Actor actor) {
    ArtefactType.Text inForce = changes.inForce(table.artefact(), actor);
    Optional<ChangeItem> item =
        changes.inHand(table.pack(), actor).flatMap(change -> change.item(table.artefact()));
    return new Opened(
        table,
        inForce.number(),
        item.isPresent() ? Opened.Standing.BEING_CHANGED : Opened.Standing.IN_FORCE,
        item.map(ChangeItem::content).orElse(inForce.content()),
        item.map(ChangeItem::tests).orElse(inForce.tests()));
  }

  /** What is wrong with a text; nothing is written. */
  List<ArtefactFault> check(Table table, String model, String tests, Actor actor) {
    changes.requireSight(table.pack(), actor);
    return artefacts.check(new Proposal(table.artefact(), model), tests, List.of());
  }

  /** What became of each test case; empty while the model itself is faulty. */
  Optional<List<TableCase.Result>> run(Table table, String model, String tests, Actor actor) {
    if (isFaulty(table, model, actor)) {
      return Optional.empty();
    }
    return CaseTexts.read(tests).flatMap(cases -> inTime(() -> TableCases.run(model, cases)));
  }

  /** What a text asks for; empty while it is faulty. */
  List<TableInput> asksFor(Table table, String model, Actor actor) {
    return isFaulty(table, model, actor)
        ? List.of()
        : inTime(() -> TableTrial.of(model).inputs()).orElse(List.of());
  }

  private <T> Optional<T> inTime(Callable<T> work) {
    try {
      return Optional.of(bounded.within(work));
    } catch (BoundedChecks.TooLong e) {
      return Optional.empty();
    }
  }

  /**
   * What a text says to facts; nothing is written.
   *
   * @return empty while the text is faulty
   * @throws Refusal.Invalid when a fact is not what its column allows
   * @throws Refusal.Conflict when it takes too long
   */
  Optional<List<TableTrial.Answer>> ask(
      Table table, String model, Map<String, Object> facts, Actor actor) {
    if (isFaulty(table, model, actor)) {
      return Optional.empty();
    }
    try {
      Optional<List<TableTrial.Answer>> answers = inTime(() -> TableTrial.of(model).ask(facts));
      if (answers.isEmpty()) {
        throw new Refusal.Conflict("用时太长：表太大，或者同时检查的人太多，请稍后再试。");
      }
      return answers;
    } catch (InvalidFacts e) {
      throw new Refusal.Invalid(
          "有 %d 处填得不对。".formatted(e.errors().size()),
          e.errors().stream()
              .map(error -> new Refusal.FieldFault(error.path(), error.message()))
              .toList());
    }
  }

  private boolean isFaulty(Table table, String model, Actor actor) {
    return check(table, model, "[]", actor).stream().anyMatch(ArtefactFault::isError);
  }

  /** Writes a text into the change that the actor has in hand. */
  @Transactional
  List<ArtefactFault> save(Table table, String model, String tests, Actor actor) {
    PolicyChange change = changes.begin(table.pack(), actor);
    return changes.put(change.id(), table.artefact(), model, tests, actor);
  }

  /** The rules in DRL of the table's rule set, by file: developers write them. */
  Map<String, String> rulesBeside(Table table, Actor actor) {
    changes.requireSight(table.pack(), actor);
    Map<String, String> rules = new LinkedHashMap<>();
    packs.find(table.pack()).orElseThrow().ruleSets().stream()
        .filter(set -> set.name().equals(table.ruleSet()))
        .map(RuleSetDefinition::models)
        .flatMap(List::stream)
        .filter(file -> file.endsWith(".drl"))
        .forEach(file -> rules.put(file, engine.shippedFile(table.pack(), file).orElseThrow()));
    return rules;
  }
}
