package cn.sunshine.demo;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.household.Cause;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An invented household. */
record DemoHousehold(
    Person head,
    String phone,
    List<Person> members,
    BigDecimal yearlyIncome,
    List<Cause> causes,
    String address) {

  static final String NOTE = "演示数据：家庭和人员均为虚构。";

  /** The relation is to the head, and empty for the head. */
  record Person(String name, IdNumber idNumber, String relation) {}

  /** As an application for admission. */
  Map<String, Object> application() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(
        "head", Map.of("name", head.name(), "idNumber", head.idNumber().value(), "phone", phone));
    data.put(
        "members",
        members.stream()
            .map(
                member ->
                    Map.of(
                        "name", member.name(),
                        "idNumber", member.idNumber().value(),
                        "relation", member.relation()))
            .toList());
    data.put("yearlyIncome", yearlyIncome);
    data.put("causes", causes.stream().map(Cause::code).toList());
    data.put("address", address);
    data.put("note", NOTE);
    return data;
  }

  DemoHousehold withIncomePerPerson(int yuan) {
    return new DemoHousehold(
        head,
        phone,
        members,
        BigDecimal.valueOf((long) yuan * (1 + members.size())),
        causes,
        address);
  }
}
