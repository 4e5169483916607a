package cn.sunshine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sunshine.RunningSystem;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Artefact;
import cn.sunshine.policy.ArtefactKind;
import cn.sunshine.policy.Proposal;
import cn.sunshine.policy.RunningCases;
import cn.sunshine.policychange.ArtefactFault;
import cn.sunshine.policychange.Changes;
import cn.sunshine.policychange.PolicyStaff;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** JY-17: policy staff of Wujin change a form; it is theirs alone. */
@RunningSystem
class FormChangeTest {

  private static final String ROOT = "320412";
  private static final Artefact FORM = new Artefact("wujin", ArtefactKind.FORM, "final-account");

  @LocalServerPort int port;
  @Autowired Changes changes;
  @Autowired FormLibrary forms;
  @Autowired FormArtefacts artefacts;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  PolicyStaff staff;

  @BeforeEach
  void staff() {
    staff = new PolicyStaff("wujin", ROOT, changes, port);
  }

  @Test
  void aReleasedFormIsUsedByItsPackAloneAndCanBeTakenBack() {
    String label = firstLabel("wujin");
    assertThat(staff.writes(FORM, staff.shipped(FORM).replace(label, "武进的名称"))).isEmpty();
    staff.releases(RunningCases.KEEP);

    assertThat(firstLabel("wujin")).isEqualTo("武进的名称");
    assertThat(firstLabel("nantong")).isEqualTo(label);

    staff.takesBack(RunningCases.KEEP, List.of(FORM));
    assertThat(firstLabel("wujin")).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{\"type\":\"default\",\"id\":\"final-account\",\"components\":[{\"type\":\"html\",\"id\":\"a\"}]}",
        "{\"type\":\"default\",\"id\":\"final-account\",\"components\":[{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"validate\":{\"maxLength\":1.5}}]}",
        "{\"type\":\"default\",\"id\":\"final-account\",\"components\":[{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"validate\":{\"pattern\":\"(a+)+$\"}}]}",
        "{\"type\":\"default\",\"id\":\"final-account\",\"components\":[{\"type\":\"text\",\"id\":\"a\",\"text\":\"=1\"}]}",
        "{\"type\":\"default\",\"id\":\"other\",\"components\":[]}"
      })
  void aFormThatTheServerCannotCheckIsRefusedWithWords(String content) {
    assertThat(artefacts.check(new Proposal(FORM, content), "[]", List.of()))
        .singleElement()
        .satisfies(fault -> assertThat(fault.severity()).isEqualTo(ArtefactFault.Severity.ERROR))
        .satisfies(fault -> assertThat(fault.message()).startsWith("表单 final-account"));
  }

  @Test
  void aReleasedFormThatIsNotReadAnyMoreDoesNotKeepTheSystemFromStarting() {
    String label = firstLabel("wujin");
    transaction.executeWithoutResult(
        status -> {
          status.setRollbackOnly();
          jdbc.sql(
                  """
                  insert into policy_version (pack, kind, name, number, content, tests,
                    effective_at, running_cases, author, approver, reason, document, change_case)
                  values ('wujin', 'FORM', 'final-account', 1000, '{}', '[]', now(), 'KEEP', 'a',
                    'b', '', '', '')
                  """)
              .update();
          artefacts.afterSingletonsInstantiated();
        });

    assertThat(firstLabel("wujin")).isEqualTo(label);
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
