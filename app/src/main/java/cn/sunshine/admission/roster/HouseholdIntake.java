package cn.sunshine.admission.roster;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.FormLibrary;
import cn.sunshine.policy.Packs;
import cn.sunshine.problem.Refusal;
import cn.sunshine.processes.HouseholdAdmission;
import cn.sunshine.region.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts the case of one household of an import, or says what is wrong with it. The case and the
 * note of it are one transaction: after a crash it is neither lost nor started twice.
 */
@Component
class HouseholdIntake {

  private static final String FORM = "household-application";

  private final ImportStore imports;
  private final Cases cases;
  private final FormLibrary forms;
  private final Packs packs;
  private final Regions regions;
  private final TransactionTemplate transaction;
  private final JsonMapper json;

  HouseholdIntake(
      ImportStore imports,
      Cases cases,
      FormLibrary forms,
      Packs packs,
      Regions regions,
      TransactionTemplate transaction,
      JsonMapper json) {
    this.imports = imports;
    this.cases = cases;
    this.forms = forms;
    this.packs = packs;
    this.regions = regions;
    this.transaction = transaction;
    this.json = json;
  }

  void take(String importId, ImportStore.Waiting waiting) {
    ImportStore.Uploader uploader = imports.uploader(importId);
    ApplicationDraft draft =
        ApplicationDraft.of(waiting.household(), new Villages(regions, uploader.township()));
    List<CellFault> faults = faultsIn(draft, uploader.township());
    if (faults.isEmpty()) {
      try {
        transaction.executeWithoutResult(
            status -> start(importId, waiting.position(), draft, actor(uploader)));
        return;
      } catch (Refusal refusal) {
        faults = faultsOf(refusal, draft);
      }
    }
    imports.failed(importId, waiting.position(), faults);
  }

  /** The office had the right when it uploaded; the import goes on with it after a restart. */
  private static Actor actor(ImportStore.Uploader uploader) {
    return new Actor(
        uploader.account(),
        uploader.accountName(),
        Set.of(new Grant(Role.TOWNSHIP_OFFICE, uploader.township())));
  }

  /** What the sheet itself says wrong, and then what the form of a single application would. */
  private List<CellFault> faultsIn(ApplicationDraft draft, String township) {
    List<CellFault> faults = new ArrayList<>(draft.faults());
    forms
        .find(packs.require(township).name(), FORM)
        .orElseThrow()
        .validate(json.valueToTree(draft.data()))
        .forEach(
            error -> {
              CellFault fault = draft.faultAt(error.path(), error.message());
              if (faults.stream().noneMatch(known -> isSameCell(known, fault))) {
                faults.add(fault);
              }
            });
    return faults;
  }

  private static boolean isSameCell(CellFault one, CellFault other) {
    return one.line() == other.line() && one.column().equals(other.column());
  }

  private void start(String importId, int position, ApplicationDraft draft, Actor actor) {
    if (imports.holdRunning(importId)) {
      String village = draft.village().orElseThrow().code();
      String caseId =
          cases.start(HouseholdAdmission.PROCESS_ID, village, draft.data(), actor).getId();
      imports.started(importId, position, caseId);
    }
  }

  private static List<CellFault> faultsOf(Refusal refusal, ApplicationDraft draft) {
    return refusal instanceof Refusal.Invalid invalid && !invalid.faults().isEmpty()
        ? invalid.faults().stream()
            .map(fault -> draft.faultAt(fault.field(), fault.message()))
            .toList()
        : List.of(draft.faultAt("", refusal.sentence()));
  }
}
