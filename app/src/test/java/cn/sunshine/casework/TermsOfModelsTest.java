package cn.sunshine.casework;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.processes.Deadlines;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.rules.Parameter;
import cn.sunshine.rules.PolicyPack;
import cn.sunshine.rules.PolicyPacks;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every term that a model counts with is a parameter of each pack whose cases run through it. */
class TermsOfModelsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final ProcessLibrary models = ProcessLibrary.onClassPath();

  static Stream<PolicyPack> packs() {
    return PolicyPacks.load().all().stream();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyTermOfEveryProcessOfAPackIsOneOfItsParameters(PolicyPack pack) {
    Set<String> known =
        pack.parameters().stream()
            .filter(parameter -> parameter.isValidOn(DAY))
            .map(Parameter::name)
            .filter(Deadlines::isTerm)
            .map(Deadlines::key)
            .collect(Collectors.toSet());

    for (String process : pack.processes()) {
      assertThat(models.find(pack.name(), process)).as(process).isPresent();
      assertThat(models.withCalled(pack.name(), process))
          .allSatisfy(model -> assertThat(known).as(model.id()).containsAll(model.termKeys()));
    }
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackSaysWhenATermIsDueSoon(PolicyPack pack) {
    assertThat(pack.valueAt("due-soon.share", DAY)).isPresent();
  }
}
