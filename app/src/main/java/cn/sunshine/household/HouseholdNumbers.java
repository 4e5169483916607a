package cn.sunshine.household;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each household of a village the next number, without gaps after a rollback. */
@Component
class HouseholdNumbers {

  private final JdbcClient jdbc;

  HouseholdNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The row of the village stays locked until the household is committed. */
  String next(String prefix, String village) {
    int number =
        jdbc.sql(
                """
                insert into household_sequence (prefix, village, last) values (?, ?, 1)
                on conflict (prefix, village) do update set last = household_sequence.last + 1
                returning last
                """)
            .params(prefix, village)
            .query(Integer.class)
            .single();
    return "%s-%s-%04d".formatted(prefix, village, number);
  }
}
