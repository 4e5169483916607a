package cn.sunshine.policychange;

import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.problem.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of things that can be changed. */
@Component
class ArtefactTypes {

  private final ObjectProvider<ArtefactType> types;

  ArtefactTypes(ObjectProvider<ArtefactType> types) {
    this.types = types;
  }

  ArtefactType of(ArtefactKind kind) {
    return types.stream()
        .filter(type -> type.kind() == kind)
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("目前还不能修改" + kind.chinese() + "。"));
  }
}
