package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import cn.sunshine.problem.Refusal.FieldFault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which ID numbers are taken: a person is in one running admission or in one registered household,
 * never in two (NT-9). Two applications at the same moment are told apart by the primary key.
 */
@Service
public class Identities {

  private final JdbcClient jdbc;
  private final Clock clock;

  Identities(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes exactly these numbers for a running case; numbers that the case had taken before and does
   * not name any more become free. Part of the caller's transaction.
   *
   * @param region the village of the case
   * @param persons the head's number first, then the members' in their order
   * @throws Refusal.Invalid when a number occurs twice or is taken elsewhere; the faults name the
   *     fields of the application, {@code head.idNumber} and {@code members[0].idNumber}
   */
  @Transactional
  public void claim(String caseId, String region, List<IdNumber> persons) {
    List<FieldFault> faults = new ArrayList<>();
    Map<IdNumber, String> fields = fieldsOf(persons, faults);
    releaseAllBut(caseId, fields.keySet().stream().map(IdNumber::value).toArray(String[]::new));
    inOneOrder(fields)
        .forEach(
            (number, field) ->
                take(number, caseId, region)
                    .map(holder -> new FieldFault(field, takenBy(holder, number, region)))
                    .ifPresent(faults::add));
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("身份证号码有重复：" + faults.getFirst().message(), faults);
    }
  }

  /** Frees the numbers of a case that has ended without admission. Registered ones stay taken. */
  @Transactional
  public void release(String caseId) {
    jdbc.sql("delete from taken_identity where case_id = ? and household_number is null")
        .param(caseId)
        .update();
  }

  /** Passes the numbers of a case to the household that came of it. */
  void passOn(NewHousehold entry, String householdNumber) {
    claim(entry.caseId(), entry.region(), entry.idNumbers());
    jdbc.sql("update taken_identity set household_number = ? where case_id = ?")
        .params(householdNumber, entry.caseId())
        .update();
  }

  private record Holder(String caseId, Optional<String> householdNumber, String region) {}

  private static Map<IdNumber, String> fieldsOf(List<IdNumber> persons, List<FieldFault> faults) {
    Map<IdNumber, String> fields = new HashMap<>();
    for (int i = 0; i < persons.size(); i++) {
      String field = i == 0 ? "head.idNumber" : "members[" + (i - 1) + "].idNumber";
      if (fields.putIfAbsent(persons.get(i), field) != null) {
        faults.add(new FieldFault(field, "身份证号码 " + persons.get(i).masked() + " 在本申请里填写了两次，请核对。"));
      }
    }
    return fields;
  }

  /** Two applications that share persons wait for each other in one order, never in a circle. */
  private static Map<IdNumber, String> inOneOrder(Map<IdNumber, String> fields) {
    Map<IdNumber, String> ordered = new TreeMap<>(Comparator.comparing(IdNumber::value));
    ordered.putAll(fields);
    return ordered;
  }

  private void releaseAllBut(String caseId, String[] kept) {
    jdbc.sql(
            """
            delete from taken_identity
            where case_id = ? and household_number is null and not id_number = any(?)
            """)
        .params(caseId, kept)
        .update();
  }

  /** Takes the number, or answers who has it. */
  private Optional<Holder> take(IdNumber number, String caseId, String region) {
    int taken =
        jdbc.sql(
                """
                insert into taken_identity (id_number, case_id, region, taken_at)
                values (?, ?, ?, ?) on conflict (id_number) do nothing
                """)
            .params(number.value(), caseId, region, clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    return taken == 1
        ? Optional.empty()
        : holder(number).filter(holder -> !holder.caseId().equals(caseId));
  }

  private Optional<Holder> holder(IdNumber number) {
    return jdbc.sql(
            "select case_id, household_number, region from taken_identity where id_number = ?")
        .param(number.value())
        .query(
            (row, n) ->
                new Holder(
                    row.getString("case_id"),
                    Optional.ofNullable(row.getString("household_number")),
                    row.getString("region")))
        .optional();
  }

  /**
   * The holder is named only within the village: elsewhere it is none of the applicant's business.
   */
  private static String takenBy(Holder holder, IdNumber number, String region) {
    String person = "身份证号码 " + number.masked();
    if (!holder.region().equals(region)) {
      return holder.householdNumber().isPresent()
          ? person + " 已在其他地区的低收入户名册中，请核对；如有疑问请联系县扶贫办。"
          : person + " 已在其他地区的在办申请中，请核对；如有疑问请联系县扶贫办。";
    }
    return holder
        .householdNumber()
        .map(household -> person + " 已在低收入户 " + household + " 中登记，不能重复申请。")
        .orElseGet(() -> person + " 已在办理中的申请 " + holder.caseId() + " 里，不能重复申请。");
  }
}
