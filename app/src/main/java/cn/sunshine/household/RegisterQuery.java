package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a search in the register: what is asked for, within what may be seen. */
final class RegisterQuery {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  /**
   * @param today for what has a term
   */
  RegisterQuery(HouseholdFilter filter, Sight sight, LocalDate today) {
    List<String> subtrees = new ArrayList<>();
    for (String region : sight.regions()) {
      subtrees.add(subtree("sight" + subtrees.size(), region));
    }
    conditions.add("(" + String.join(" or ", subtrees) + ")");
    filter.region().ifPresent(region -> conditions.add(subtree("region", region)));
    filter.status().ifPresent(status -> add("h.status = :status", "status", status.name()));
    filter.cause().ifPresent(cause -> add(":cause = any(h.causes)", "cause", cause.code()));
    values.put("today", today);
    filter
        .policies()
        .ifPresent(
            kept ->
                conditions.add(
                    kept == KeptPolicies.KEPT
                        ? "h.kept_until >= :today"
                        : "h.kept_until < :today"));
    filter.q().ifPresent(this::search);
  }

  String where() {
    return " where " + String.join(" and ", conditions);
  }

  Map<String, Object> values() {
    return values;
  }

  /**
   * A code begins with its parent's; {@code ':'} comes right after {@code '9'}. Written as a range
   * because, unlike {@code like}, a range uses the index also in a prepared plan.
   */
  private String subtree(String name, String region) {
    values.put(name, region);
    values.put(name + "End", region + ":");
    return "(h.region ~>=~ :" + name + " and h.region ~<~ :" + name + "End)";
  }

  private void search(String text) {
    if (IdNumber.problemIn(text, LocalDate.MAX).isEmpty()) {
      add(
          """
          (h.head_id_number = :idNumber or exists (
            select 1 from household_member m where m.household = h.id and m.id_number = :idNumber))
          """,
          "idNumber",
          new IdNumber(text).value());
      return;
    }
    add(
        """
        (strpos(h.head_name, :text) > 0 or starts_with(h.number, upper(:text)) or exists (
          select 1 from household_member m where m.household = h.id and strpos(m.name, :text) > 0))
        """,
        "text",
        text);
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }
}
