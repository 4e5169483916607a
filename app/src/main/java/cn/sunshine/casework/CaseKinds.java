package cn.sunshine.casework;

import cn.sunshine.problem.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of case there are. Looked up late: the kinds themselves work with {@link Cases}. */
@Component
class CaseKinds {

  private final ObjectProvider<CaseKind> kinds;

  CaseKinds(ObjectProvider<CaseKind> kinds) {
    this.kinds = kinds;
  }

  List<CaseKind> all() {
    return kinds.orderedStream().toList();
  }

  /**
   * The kind of a process.
   *
   * @throws Refusal.Invalid when there is none
   */
  CaseKind require(String process) {
    return kinds
        .orderedStream()
        .filter(kind -> kind.process().equals(process))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal.Invalid(
                    "没有名为“"
                        + process
                        + "”的流程。可以发起："
                        + all().stream().map(CaseKind::process).collect(Collectors.joining("、"))
                        + "。"));
  }
}
