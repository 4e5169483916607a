package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.policy.Packs;
import cn.sunshine.rules.Parameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parameters of a project's pack, as they hold today. */
@Component
class Parameters {

  private final Packs packs;
  private final Clock clock;

  Parameters(Packs packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  int number(CaseFile file, String name) {
    return packs.number(file.pack(), name, clock.instant());
  }

  BigDecimal decimal(CaseFile file, String name) {
    return packs.decimal(file.pack(), name, clock.instant());
  }

  List<String> words(CaseFile file, String name) {
    return packs
        .find(file.pack())
        .flatMap(pack -> pack.valueAt(name, LocalDate.now(clock)))
        .map(Parameter::value)
        .map(value -> Arrays.stream(value.split("[,，]")).map(String::strip).toList())
        .orElseThrow(() -> new IllegalStateException(file.pack() + " has no value for " + name));
  }
}
