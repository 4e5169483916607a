package cn.sunshine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import cn.sunshine.rules.RuleEngine;
import cn.sunshine.rules.TableInput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every term that a model counts with is a parameter of each pack whose cases run through it, or a
 * step that the pack's table of terms of requests names.
 */
class TermsOfModelsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static final RuleEngine ENGINE = new RuleEngine(PolicyPacks.load());

  private final ProcessLibrary models = ProcessLibrary.onClassPath();

  static Stream<PolicyPack> packs() {
    return PolicyPacks.load().all().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyTermOfEveryProcessOfAPackIsOneOfItsParametersOrInItsTable(PolicyPack pack) {
    Set<String> known =
        pack.parameters().stream()
            .filter(parameter -> parameter.isValidOn(DAY))
            .map(Parameter::name)
            .filter(Deadlines::isTerm)
            .map(Deadlines::key)
            .collect(Collectors.toSet());

    for (String process : pack.processes()) {
      Set<String> terms = new HashSet<>(known);
      terms.addAll(stepsOfTheTable(pack, process));
      assertThat(models.find(pack.name(), process)).as(process).isPresent();
      assertThat(models.withCalled(pack.name(), process))
          .allSatisfy(model -> assertThat(terms).as(model.id()).containsAll(model.termKeys()));
    }
  }

  private static Set<String> stepsOfTheTable(PolicyPack pack, String process) {
    List<TableInput> inputs = ENGINE.shipped(pack.name(), "request-terms").orElseThrow().inputs();
    return inputs.getFirst().allows(process)
        ? inputs.getLast().choices().keySet().stream()
            .map(step -> Deadlines.key(Deadlines.parameter(step)))
            .collect(Collectors.toSet())
        : Set.of();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackSaysWhenATermIsDueSoon(PolicyPack pack) {
    assertThat(pack.valueAt("due-soon.share", DAY)).isPresent();
  }
}
