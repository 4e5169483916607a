package cn.sunshine.admission;

import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.engine.EngineJob;
import cn.sunshine.engine.JobHandler;
import cn.sunshine.household.Cause;
import cn.sunshine.household.Households;
import cn.sunshine.household.NewHousehold;
import cn.sunshine.policy.Packs;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Enters an admitted household in the register under a household number (NT-9). */
@Component
class RegisterHousehold implements JobHandler {

  private final Cases cases;
  private final Households households;
  private final Packs packs;

  RegisterHousehold(Cases cases, Households households, Packs packs) {
    this.cases = cases;
    this.households = households;
    this.packs = packs;
  }

  @Override
  public String jobType() {
    return "register-household";
  }

  @Override
  public Map<String, Object> handle(EngineJob job) {
    CaseFile file = cases.require(job.caseId());
    boolean known = households.numberOfCase(file.getId()).isPresent();
    String number = households.register(entry(file));
    if (!known) {
      cases.note(file.getId(), "system", "registered", number, Map.of("householdNumber", number));
    }
    return Map.of("householdNumber", number);
  }

  private NewHousehold entry(CaseFile file) {
    HouseholdApplication application = HouseholdApplication.of(file.data());
    HouseholdApplication.Person head = application.head();
    return new NewHousehold(
        packs.find(file.pack()).orElseThrow().code(),
        file.getId(),
        file.region(),
        new NewHousehold.Head(head.name(), head.idNumber(), application.phone()),
        application.members().stream()
            .map(
                member ->
                    new NewHousehold.Member(member.name(), member.idNumber(), member.relation()))
            .toList(),
        application.yearlyIncome(),
        application.causes().stream()
            .map(code -> Cause.ofCode(code).orElse(Cause.OTHER))
            .collect(Collectors.toSet()),
        application.address(),
        application.note());
  }
}
