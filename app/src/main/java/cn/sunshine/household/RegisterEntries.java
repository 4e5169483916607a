package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.problem.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes the entries of registered households for the chains that end so: exit and adjustment
 * (NT-10, NT-26, JY-3, YC-1). Every change is kept with what it replaced. Whoever calls has checked
 * that the actor may.
 */
@Service
public class RegisterEntries {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RegisterEntries(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<RegisteredHousehold> find(String number) {
    return read(number, "");
  }

  /** The number of the exited household that the person was in last (JY-3: return to poverty). */
  @Transactional(readOnly = true)
  public Optional<String> lastExitOf(IdNumber person) {
    return jdbc.sql(
            """
            select h.number from household h
            where h.status = 'EXITED' and (h.head_id_number = :person or exists (
              select 1 from household_member m
              where m.household = h.id and m.id_number = :person))
            order by h.exited_on desc, h.number desc limit 1
            """)
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  /** Enters an exit at once and frees the ID numbers, so that the persons can apply again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void exit(HouseholdExit exit) {
    RegisteredHousehold before = locked(exit.number());
    if (before.exitCase().equals(Optional.of(exit.caseId()))) {
      return;
    }
    requireActive(before);
    jdbc.sql(
            """
            update household set status = 'EXITED', exited_on = ?, kept_until = ?, exit_case = ?,
              exit_reason = ? where number = ?
            """)
        .params(exit.on(), exit.keptUntil(), exit.caseId(), exit.reason(), exit.number())
        .update();
    jdbc.sql("delete from taken_identity where household_number = ?").param(exit.number()).update();
    keep(
        before,
        exit.caseId(),
        HouseholdChange.Kind.EXIT,
        Map.of("状态", before.status().chinese()),
        values(
            "状态", HouseholdStatus.EXITED.chinese(),
            "退出日期", exit.on().toString(),
            "政策保留至", exit.keptUntil().toString(),
            "退出理由", exit.reason()));
    events.publishEvent(
        new HouseholdExited(exit.number(), exit.caseId(), before.region(), exit.keptUntil()));
  }

  /** Brings an entry up to date. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void adjust(HouseholdAdjustment adjustment) {
    RegisteredHousehold before = locked(adjustment.number());
    if (changes(adjustment.number()).stream()
        .anyMatch(change -> change.caseId().equals(adjustment.caseId()))) {
      return;
    }
    requireActive(before);
    List<Cause> causes =
        adjustment.causes().map(some -> some.stream().sorted().toList()).orElse(before.causes());
    String phone = adjustment.phone().orElse(before.phone());
    String address = adjustment.address().orElse(before.address());
    jdbc.sql(
            """
            update household set yearly_income = ?, causes = ?, phone = ?, address = ?
            where number = ?
            """)
        .params(
            adjustment.yearlyIncome(),
            causes.stream().map(Cause::code).toArray(String[]::new),
            phone,
            address,
            adjustment.number())
        .update();
    Map<String, String> old =
        values(
            "家庭年收入", before.yearlyIncome().setScale(2).toPlainString(),
            "致贫原因", words(before.causes()),
            "联系电话", before.phone(),
            "住址", before.address());
    Map<String, String> now =
        values(
            "家庭年收入",
            adjustment.yearlyIncome().setScale(2).toPlainString(),
            "致贫原因",
            words(causes),
            "联系电话",
            phone,
            "住址",
            address);
    old.keySet().stream().filter(name -> old.get(name).equals(now.get(name))).forEach(now::remove);
    old.keySet().retainAll(now.keySet());
    keep(before, adjustment.caseId(), HouseholdChange.Kind.ADJUSTMENT, old, now);
  }

  /** What was changed in an entry, oldest first. Whoever asks has to be allowed to see it. */
  @Transactional(readOnly = true)
  public List<HouseholdChange> changes(String number) {
    return jdbc.sql("select * from household_change where household = ? order by id")
        .param(number)
        .query(
            (row, n) ->
                new HouseholdChange(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("case_id"),
                    HouseholdChange.Kind.valueOf(row.getString("kind")),
                    JSON.readValue(row.getString("before"), VALUES),
                    JSON.readValue(row.getString("after"), VALUES)))
        .list();
  }

  private void keep(
      RegisteredHousehold household,
      String caseId,
      HouseholdChange.Kind kind,
      Map<String, String> before,
      Map<String, String> after) {
    jdbc.sql(
            """
            insert into household_change (household, region, at, case_id, kind, before, after)
            values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            """)
        .params(
            household.number(),
            household.region(),
            clock.instant().atOffset(ZoneOffset.UTC),
            caseId,
            kind.name(),
            JSON.writeValueAsString(before),
            JSON.writeValueAsString(after))
        .update();
  }

  private RegisteredHousehold locked(String number) {
    return read(number, " for update")
        .orElseThrow(() -> new IllegalStateException("no household " + number));
  }

  private static void requireActive(RegisteredHousehold household) {
    if (!household.isActive()) {
      throw new Refusal.Conflict("低收入户 " + household.number() + " 已退出，不能再改动。");
    }
  }

  private Optional<RegisteredHousehold> read(String number, String lock) {
    return jdbc.sql("select * from household where number = ?" + lock)
        .param(number)
        .query(this::entry)
        .optional();
  }

  private RegisteredHousehold entry(ResultSet row, int n) throws SQLException {
    List<IdNumber> persons = new ArrayList<>();
    persons.add(new IdNumber(row.getString("head_id_number")));
    jdbc.sql("select id_number from household_member where household = ?::uuid order by position")
        .param(row.getString("id"))
        .query(String.class)
        .list()
        .forEach(member -> persons.add(new IdNumber(member)));
    return new RegisteredHousehold(
        row.getString("number"),
        row.getString("region"),
        row.getString("head_name"),
        List.copyOf(persons),
        row.getInt("persons"),
        row.getBigDecimal("yearly_income"),
        Arrays.stream((String[]) row.getArray("causes").getArray())
            .flatMap(code -> Cause.ofCode(code).stream())
            .toList(),
        row.getString("phone"),
        row.getString("address"),
        HouseholdStatus.valueOf(row.getString("status")),
        row.getObject("admitted_on", LocalDate.class),
        row.getString("case_id"),
        Optional.ofNullable(row.getString("exit_case")),
        Optional.ofNullable(row.getObject("kept_until", LocalDate.class)));
  }

  private static String words(List<Cause> causes) {
    return causes.stream().map(Cause::chinese).collect(Collectors.joining("、"));
  }

  /** In the order given, and open to change. */
  private static Map<String, String> values(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return values;
  }
}
