package cn.sunshine.trialrun;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some invented households in the villages of one township that no other test uses, around the
 * income line, with cars, homes and insured persons, and doubts that were dismissed.
 */
final class SmallRegister {

  static final String TOWNSHIP = "320685109";
  static final String NOTE = "trial-run-test";

  private static final List<String> ITEMS =
      List.of("vehicle", "housing", "social-security", "deposit", "provident-fund");

  private final JdbcClient jdbc;
  private final List<String> villages;
  private final Random random = new Random(7);

  SmallRegister(JdbcClient jdbc, List<String> villages) {
    this.jdbc = jdbc;
    this.villages = villages;
  }

  void fill(int households) {
    UUID file = UUID.randomUUID();
    jdbc.sql("insert into comparison_file values (?, 'trial.csv', '', 'LOADED', 0, 0, now())")
        .param(file)
        .update();
    for (int n = 0; n < households; n++) {
      household(n, file);
    }
  }

  private void household(int n, UUID file) {
    UUID id = UUID.randomUUID();
    int persons = 1 + random.nextInt(4);
    String region = villages.get(n % villages.size());
    // 100 yuan around 7,000 and 7,500 a head, and exactly on both.
    BigDecimal perPerson =
        BigDecimal.valueOf((random.nextBoolean() ? 7000 : 7500) + random.nextInt(-1, 2) * 100L);
    jdbc.sql(
            """
            insert into household (id, number, case_id, region, head_name, head_id_number, phone,
              address, note, yearly_income, persons, causes, status, admitted_on, registered_at)
            values (?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, '{illness}', ?, ?, ?)
            """)
        .params(
            id,
            "NT-TRIAL-%04d".formatted(n),
            "trial-case-" + n,
            region,
            "吴桂芳",
            head(n),
            NOTE,
            perPerson.multiply(BigDecimal.valueOf(persons)),
            persons,
            "ACTIVE",
            LocalDate.of(2026, 1, 1),
            OffsetDateTime.parse("2026-01-01T08:00:00+08:00"))
        .update();
    List<String> people = new ArrayList<>(List.of(head(n)));
    for (int k = 1; k < persons; k++) {
      String number = "320685M%07d-%03d".formatted(n, k);
      people.add(number);
      jdbc.sql("insert into household_member values (?, ?, '某', ?, '子女')")
          .params(id, k, number)
          .update();
    }
    if (random.nextInt(3) == 0) {
      String item = ITEMS.get(random.nextInt(ITEMS.size()));
      String owner = people.get(random.nextInt(people.size()));
      asset(owner, item, region, LocalDate.of(2026, 5, 31), file);
      // Last month's export says the same again.
      asset(owner, item, region, LocalDate.of(2026, 6, 30), file);
      if (random.nextInt(3) == 0) {
        dismiss(n, region, item);
      }
    }
  }

  private void asset(String person, String item, String region, LocalDate asOf, UUID file) {
    jdbc.sql(
            """
            insert into asset_record (id, id_number, item, region, description, as_of, ordinal, file,
              loaded_at)
            values (?, ?, ?, ?, ?, ?, 0, ?, now())
            """)
        .params(
            UUID.randomUUID(),
            person,
            item,
            region.substring(0, 6),
            person.hashCode() % 2 == 0 ? "城乡居民养老保险" : "一项",
            asOf,
            file)
        .update();
  }

  private void dismiss(int n, String region, String item) {
    String caseId = "trial-case-" + n;
    jdbc.sql("insert into doubt_round values (?, 1, 'k', now())").param(caseId).update();
    jdbc.sql(
            """
            insert into doubt (id, case_id, round, position, region, item, text, policy, rule,
              rule_version, status, note)
            values (?, ?, 1, 0, ?, ?, '', '', '', '', 'DISMISSED', '')
            """)
        .params("trial-doubt-" + n, caseId, region, item)
        .update();
  }

  /** Somebody alone who applied with this income and was refused. */
  void refused(String name, String idNumber, int yearlyIncome) {
    ended(
        "trial-refused-" + idNumber,
        "household-admission",
        "REJECTED",
        "{\"head\": {\"name\": \"%s\", \"idNumber\": \"%s\"}, \"members\": [], \"yearlyIncome\": %d}"
            .formatted(name, idNumber, yearlyIncome));
  }

  /** Somebody alone who was admitted with 6,000 yuan a year and left with this income. */
  void exited(String name, String idNumber, int yearlyIncome) {
    String exit = "trial-exit-" + idNumber;
    ended(exit, "household-exit", "COMPLETED", "{\"yearlyIncome\": %d}".formatted(yearlyIncome));
    jdbc.sql(
            """
            insert into household (id, number, case_id, region, head_name, head_id_number, phone,
              address, note, yearly_income, persons, causes, status, admitted_on, registered_at,
              exited_on, kept_until, exit_case)
            values (?, ?, ?, ?, ?, ?, '', '', ?, 6000, 1, '{illness}', 'EXITED', ?, ?, ?, ?, ?)
            """)
        .params(
            UUID.randomUUID(),
            "NT-LEFT-" + idNumber,
            "trial-admitted-" + idNumber,
            villages.getFirst(),
            name,
            idNumber,
            NOTE,
            LocalDate.of(2025, 1, 1),
            OffsetDateTime.parse("2025-01-01T08:00:00+08:00"),
            LocalDate.of(2026, 1, 10),
            LocalDate.of(2027, 1, 10),
            exit)
        .update();
  }

  private void ended(String id, String process, String status, String data) {
    jdbc.sql(
            """
            insert into casefile (id, process, model, model_version, pack, region, applicant,
              subject, search_text, status, data, started_at, ended_at, version)
            values (?, ?, ?, 1, 'nantong', ?, 'farmer.x', '', '', ?, ?::jsonb, ?, ?, 0)
            """)
        .params(
            id,
            process,
            process,
            villages.getFirst(),
            status,
            data,
            OffsetDateTime.parse("2026-02-01T08:00:00+08:00"),
            OffsetDateTime.parse("2026-03-01T08:00:00+08:00"))
        .update();
  }

  /** The ID number of the head of a household. */
  static String head(int household) {
    return "320685T%011d".formatted(household);
  }

  void clear() {
    jdbc.sql("delete from casefile where id like 'trial-refused-%' or id like 'trial-exit-%'")
        .update();
    jdbc.sql("delete from doubt where case_id like 'trial-case-%'").update();
    jdbc.sql("delete from doubt_round where case_id like 'trial-case-%'").update();
    jdbc.sql(
            "delete from household_member where household in (select id from household where note ="
                + " ?)")
        .param(NOTE)
        .update();
    jdbc.sql("delete from household where note = ?").param(NOTE).update();
    jdbc.sql(
            "delete from asset_record where id_number like '320685T%' or id_number like '320685M%'")
        .update();
  }
}
