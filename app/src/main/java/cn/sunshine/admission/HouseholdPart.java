package cn.sunshine.admission;

import cn.sunshine.account.Actor;
import cn.sunshine.casework.CaseFile;
import cn.sunshine.casework.CasePart;
import cn.sunshine.casework.Cases;
import cn.sunshine.household.Cause;
import cn.sunshine.inbox.TaskPart;
import cn.sunshine.shell.KeyValueList;
import cn.sunshine.shell.Wording;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;

/** The household that applies: as much of it as the role may see. */
@Order(15)
@org.springframework.stereotype.Component
class HouseholdPart implements CasePart {

  private final Cases cases;

  HouseholdPart(Cases cases) {
    this.cases = cases;
  }

  @Override
  public TaskPart.Place place() {
    return TaskPart.Place.FACTS;
  }

  @Override
  public String title() {
    return "家庭";
  }

  @Override
  public Optional<Component> show(CaseFile file, Actor actor) {
    if (!file.process().equals(HouseholdAdmission.PROCESS)) {
      return Optional.empty();
    }
    Map<String, Object> data = cases.dataFor(file, actor);
    KeyValueList facts = new KeyValueList();
    Map<?, ?> head = (Map<?, ?>) data.get("head");
    facts.line("户主", text(head, "name") + "　" + text(head, "idNumber"));
    facts.line("电话", text(head, "phone"));
    Div members = new Div();
    for (Object row : (List<?>) data.getOrDefault("members", List.of())) {
      Map<?, ?> member = (Map<?, ?>) row;
      members.add(
          new Div(
              text(member, "relation")
                  + "　"
                  + text(member, "name")
                  + "　"
                  + text(member, "idNumber")));
    }
    facts.line("成员", members.getComponentCount() == 0 ? new Div("无") : members);
    facts.line("家庭年收入", Wording.yuan(new BigDecimal(data.get("yearlyIncome").toString())));
    facts.line("致困原因", causes(data));
    facts.line("住址", text(data, "address"));
    facts.line("备注", text(data, "note"));
    return Optional.of(facts);
  }

  private static String causes(Map<String, Object> data) {
    return ((List<?>) data.getOrDefault("causes", List.of()))
        .stream()
            .map(code -> Cause.ofCode(code.toString()).map(Cause::chinese).orElse(""))
            .collect(Collectors.joining("、"));
  }

  private static String text(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? "" : value.toString();
  }
}
