package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/**
 * The registered household that a case is about, beside what the case reports of it now (NT-10). No
 * ID numbers: who needs them has the link to the register.
 */
@Order(14)
@org.springframework.stereotype.Component
class RegisteredHouseholdPart implements CasePart {

  private final RegisterEntries entries;

  RegisteredHouseholdPart(RegisterEntries entries) {
    this.entries = entries;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "低收入户";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    return Optional.ofNullable(file.data().get("householdNumber"))
        .flatMap(number -> entries.find(number.toString()))
        .map(household -> facts(household, file, actor));
  }

  private static KeyValueList facts(RegisteredHousehold household, CaseFile file, Actor actor) {
    KeyValueList facts = new KeyValueList();
    Component number =
        Sight.isGranted(actor)
            ? new Anchor(RegisterPage.PATH + "/" + household.number(), household.number())
            : new Span(household.number());
    facts.line("户号", number);
    facts.line("户主", household.headName() + "　家庭 " + household.persons() + " 人");
    facts.line("名册年收入", income(household.yearlyIncome(), household.persons()));
    Optional.ofNullable(file.data().get("yearlyIncome"))
        .map(reported -> new BigDecimal(reported.toString()))
        .ifPresent(reported -> facts.line("上报年收入", income(reported, household.persons())));
    facts.line(
        "致贫原因", household.causes().stream().map(Cause::chinese).collect(Collectors.joining("、")));
    facts.line("纳入日期", Wording.date(household.admittedOn()));
    text(file, "reason").ifPresent(reason -> facts.line("退出理由", reason));
    text(file, "note").ifPresent(note -> facts.line("说明", note));
    household.keptUntil().ifPresent(until -> facts.line("政策保留至", Wording.date(until)));
    return facts;
  }

  private static String income(BigDecimal income, int persons) {
    return Wording.yuan(income)
        + "　人均 "
        + Wording.yuan(income.divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_UP));
  }

  private static Optional<String> text(CaseFile file, String name) {
    return Optional.ofNullable(file.data().get(name))
        .map(Object::toString)
        .filter(text -> !text.isBlank());
  }
}
