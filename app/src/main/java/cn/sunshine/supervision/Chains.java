package cn.sunshine.supervision;

import cn.sunshine.policy.Packs;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import cn.sunshine.processes.UserTask;
import cn.sunshine.rules.PolicyPack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The models behind the figures, as officials name them. */
@Component
class Chains {

  private final ProcessLibrary library;
  private final Packs packs;

  Chains(ProcessLibrary library, Packs packs) {
    this.library = library;
    this.packs = packs;
  }

  /** What a chain is called where a region lies. */
  String title(String region, String process) {
    return packs
        .forRegion(region)
        .flatMap(pack -> library.find(pack.name(), process))
        .map(ProcessModel::name)
        .orElse(process);
  }

  /** The chains that can be started where a region lies. */
  List<String> startable(String region) {
    return packs.forRegion(region).map(PolicyPack::processes).orElseGet(List::of);
  }

  /** What a step is called, in whichever model of the region it is. */
  String stepName(String region, String step) {
    return packs
        .forRegion(region)
        .flatMap(pack -> library.userTask(pack.name(), step))
        .map(UserTask::name)
        .orElse(step);
  }

  /** The models with steps for people that cases of a region run through, by their names. */
  List<ProcessModel> models(String region) {
    return packs.forRegion(region).stream()
        .flatMap(pack -> library.models(pack.name()).stream())
        .filter(model -> !model.userTasks().isEmpty())
        .sorted(Comparator.comparing(ProcessModel::name))
        .toList();
  }

  /** The model of a process where a region lies. */
  Optional<ProcessModel> model(String region, String process) {
    return packs.forRegion(region).flatMap(pack -> library.find(pack.name(), process));
  }
}
