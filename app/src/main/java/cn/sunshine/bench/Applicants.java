package cn.sunshine.bench;

import cn.sunshine.account.Actor;
import cn.sunshine.account.Grant;
import cn.sunshine.account.Role;
import cn.sunshine.casework.Cases;
import cn.sunshine.forms.IdNumber;
import cn.sunshine.processes.HouseholdAdmission;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Invented households that apply for admission; no two of them share a person. */
final class Applicants {

  private static final int PEOPLE_OF_A_DAY = 900;
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1950, 1, 1);
  private static final int INCOME_YUAN = 20_000;

  private final Cases cases;
  private final AtomicInteger people = new AtomicInteger();

  Applicants(Cases cases) {
    this.cases = cases;
  }

  /** Starts a case in a village, through the application, and answers its id. */
  String apply(String village) {
    return cases
        .start(
            HouseholdAdmission.PROCESS_ID,
            village,
            application(),
            official(Role.VILLAGE_COMMITTEE, village))
        .getId();
  }

  /** The official who holds a role at a village. */
  static Actor official(Role role, String village) {
    String username = role.code() + "." + village;
    return new Actor(username, username, Set.of(new Grant(role, village)));
  }

  private Map<String, Object> application() {
    Map<String, Object> application = new LinkedHashMap<>();
    application.put(
        "head", Map.of("name", "张建国", "idNumber", nextNumber(), "phone", "13800000000"));
    application.put(
        "members", List.of(Map.of("name", "吴桂芳", "idNumber", nextNumber(), "relation", "配偶")));
    application.put("yearlyIncome", INCOME_YUAN);
    application.put("causes", List.of("illness"));
    application.put("address", "三组 12 号");
    application.put("note", "");
    return application;
  }

  private String nextNumber() {
    int number = people.incrementAndGet();
    return IdNumber.invent(
            "320612", FIRST_BIRTH.plusDays(number / PEOPLE_OF_A_DAY), 1 + number % PEOPLE_OF_A_DAY)
        .value();
  }
}
