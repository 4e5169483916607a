package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.Person;
import cn.sunshine.RunningSystem;
import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.PolicyVersion;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyChange;
import cn.sunshine.policychange.Submission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** JY-17: policy staff of Wujin change a form; it is theirs alone. */
@RunningSystem
class FormChangeTest {

  private static final String ROOT = "320412";
  private static final Artefact FORM = new Artefact("wujin", ArtefactKind.FORM, "final-account");

  @LocalServerPort int port;
  @Autowired Changes changes;
  @Autowired FormLibrary forms;
  @Autowired FormArtefacts artefacts;

  Actor author = new Actor("policy." + ROOT, "", Set.of(new Grant(Role.POLICY, ROOT)));
  Actor approver =
      new Actor("policy-approver." + ROOT, "", Set.of(new Grant(Role.POLICY_APPROVER, ROOT)));

  @Test
  void aReleasedFormIsUsedByItsPackAloneAndCanBeTakenBack() {
    String label = firstLabel("wujin");
    String changed = changes.inForce(FORM, author).content().replace(label, "武进的名称");
    PolicyChange change = changes.begin("wujin", author);
    assertThat(changes.put(change.id(), FORM, changed, "[]", author)).isEmpty();
    String caseId =
        changes
            .submit(
                change.id(),
                new Submission("改名称", "看得懂", "武扶〔2026〕4号", Optional.empty(), RunningCases.KEEP),
                author)
            .getId();
    Person approving = Person.official(port, "policy-approver." + ROOT);
    approving.approves(caseId, "policy-approval");
    approving.seesEnd(caseId, "COMPLETED");

    assertThat(firstLabel("wujin")).isEqualTo("武进的名称");
    assertThat(firstLabel("nantong")).isEqualTo(label);

    changes.goBack(FORM, PolicyVersion.SHIPPED, RunningCases.KEEP, "测试结束", approver);
    assertThat(firstLabel("wujin")).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"type\":\"default\",\"id\":\"final-account\",\"components\":[{\"type\":\"html\",\"id\":\"a\"}]}",
        "{\"type\":\"default\",\"id\":\"other\",\"components\":[]}"
      })
  void aFormThatTheServerCannotCheckIsRefusedWithWords(String content) {
    assertThat(artefacts.check(new Proposal(FORM, content), "[]", List.of()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.severity()).isEqualTo(ArtefactFault.Severity.ERROR))
        .satisfies(fault -> assertThat(fault.message()).startsWith("表单 final-account"));
  }

  private String firstLabel(String pack) {
    return forms
        .find(pack, FORM.name())
        .orElseThrow()
        .json()
        .path("components")
        .path(0)
        .path("label")
        .asString();
  }
}
