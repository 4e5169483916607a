package cn.sunshine.workflow;

import cn.sunshine.policy.Packs;
import cn.sunshine.processes.PolicyChange;
import cn.sunshine.processes.ProcessLibrary;
import cn.sunshine.processes.ProcessModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which models a pack has, which of them can be changed, and which of them call which. */
@Component
class PackWorkflows {

  private final ProcessLibrary library;
  private final Packs packs;

  PackWorkflows(ProcessLibrary library, Packs packs) {
    this.library = library;
    this.packs = packs;
  }

  /** The plain ids of the models by which cases of the pack begin. */
  List<String> begun(String pack) {
    return packs.shipped(pack).processes().stream()
        .filter(process -> !process.equals(PolicyChange.PROCESS_ID))
        .filter(process -> library.find(pack, process).isPresent())
        .toList();
  }

  /** The plain ids of the models that these call, directly or not. */
  List<String> called(String pack) {
    return begun(pack).stream()
        .flatMap(process -> parts(pack, process))
        .filter(ProcessModel::isCalled)
        .map(ProcessModel::plainId)
        .distinct()
        .toList();
  }

  /**
   * The plain ids of the models that the system itself lives by: whoever spoilt the one by which
   * changes are approved could never approve its repair. They can be read.
   */
  List<String> fixed(String pack) {
    return library.models(pack).stream()
        .filter(model -> !model.isCalled())
        .map(ProcessModel::plainId)
        .filter(process -> !begun(pack).contains(process))
        .toList();
  }

  boolean isEditable(String pack, String process) {
    return begun(pack).contains(process) || called(pack).contains(process);
  }

  /** The plain ids of the models by which cases begin that come to run through a process. */
  List<String> beginnings(String pack, String process) {
    return begun(pack).stream()
        .filter(root -> parts(pack, root).anyMatch(part -> part.plainId().equals(process)))
        .toList();
  }

  /** The plain ids of a process and of all that it calls, directly or not. */
  List<String> partsOf(String pack, String process) {
    return parts(pack, process).map(ProcessModel::plainId).toList();
  }

  /** The models that call a process themselves. */
  List<ProcessModel> callers(String pack, String process) {
    return library.models(pack).stream()
        .filter(model -> model.calledProcesses().contains(process))
        .toList();
  }

  private Stream<ProcessModel> parts(String pack, String process) {
    return library.withCalled(pack, process).stream();
  }

  /** The model in force; empty when the pack has none by this id. */
  Optional<ProcessModel> inForce(String pack, String process) {
    return library.find(pack, process);
  }

  /** The model that the pack is shipped with; empty when there is none by this id. */
  Optional<ProcessModel> shipped(String pack, String process) {
    return library.shipped(pack, process);
  }
}
