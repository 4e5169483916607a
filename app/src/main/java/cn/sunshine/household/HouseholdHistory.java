package cn.sunshine.household;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.Cases;
import cn.sunshine.problem.Refusal;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What has become of a household in the register: when it came, what was changed and why, when it
 * left, whether it came back; each with the case behind it.
 */
final class HouseholdHistory {

  private static final String PHONE = "联系电话";

  private final Households households;
  private final RegisterEntries entries;
  private final Proceedings proceedings;
  private final Cases cases;

  HouseholdHistory(
      Households households, RegisterEntries entries, Proceedings proceedings, Cases cases) {
    this.households = households;
    this.entries = entries;
    this.proceedings = proceedings;
    this.cases = cases;
  }

  Component of(HouseholdView household, Actor actor) {
    String number = household.householdNumber();
    KeyValueList history = new KeyValueList();
    household.previousNumber().ifPresent(earlier -> history.line("返贫纳入，此前户号", household(earlier)));
    history.line(
        Wording.date(household.admittedOn()), new Span("纳入　"), file(household.caseId(), actor));
    boolean identities = !household.head().idNumber().contains("*");
    for (HouseholdChange change : entries.changes(number)) {
      history.line(
          Wording.dateTime(change.at()),
          new Div(new Span(change.kind().chinese() + "　"), file(change.caseId(), actor)),
          new Div(words(change, identities)));
    }
    proceedings.of(number).stream()
        .filter(proceeding -> proceeding.outcome().isEmpty())
        .forEach(
            running ->
                history.line(
                    "正在办理",
                    new Span(running.process().equals("household-exit") ? "退出　" : "年度复核　"),
                    file(running.caseId(), actor)));
    households.returnedAs(number).ifPresent(later -> history.line("返贫后重新纳入，户号", household(later)));
    return history;
  }

  /** 家庭年收入 20,000 → 22,000; the phone only for who sees identities. */
  private static String words(HouseholdChange change, boolean identities) {
    return change.after().entrySet().stream()
        .filter(entry -> identities || !entry.getKey().equals(PHONE))
        .map(
            entry ->
                entry.getKey()
                    + "："
                    + from(change.before(), entry.getKey())
                    + entry.getValue().replaceFirst("。$", ""))
        .collect(Collectors.joining("；"));
  }

  private static String from(Map<String, String> before, String name) {
    String old = before.getOrDefault(name, "");
    return old.isEmpty() ? "" : old + " → ";
  }

  private static Anchor household(String number) {
    return new Anchor(RegisterPage.PATH + "/" + number, number);
  }

  /** A link for who may see the case, else its number only. */
  private Component file(String caseId, Actor actor) {
    try {
      CaseFile file = cases.find(caseId, actor);
      return new Anchor("cases/" + file.getId(), file.getId());
    } catch (Refusal.NotFound notTheirs) {
      return new Span(caseId);
    }
  }
}
