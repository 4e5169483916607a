package cn.sunshine.project;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.policy.Packs;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** The parameters of a project's pack, as they hold today for a case of its age. */
@Component
class Parameters {

  private final Packs packs;

  Parameters(Packs packs) {
    this.packs = packs;
  }

  int number(CaseFile file, String name) {
    return packs.forCase(file.pack(), name, file.startedAt()).number();
  }

  BigDecimal decimal(CaseFile file, String name) {
    return packs.forCase(file.pack(), name, file.startedAt()).decimal();
  }

  List<String> words(CaseFile file, String name) {
    return packs.forCase(file.pack(), name, file.startedAt()).words();
  }
}
