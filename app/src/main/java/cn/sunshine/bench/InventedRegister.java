package cn.sunshine.bench;

import cn.sunshine.region.Region;
import cn.sunshine.region.RegionLevel;
import cn.sunshine.region.Regions;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A register of invented households in all villages of a city, with their members and what a
 * comparison found. Their names say that they are invented, their ID numbers are none, and all of
 * it is the same in every run.
 */
final class InventedRegister {

  static final String CITY = "3206";

  private final Sunshine sunshine;
  private final JdbcClient jdbc;

  InventedRegister(Sunshine sunshine) {
    this.sunshine = sunshine;
    this.jdbc = sunshine.get(JdbcClient.class);
  }

  void fill(int households) {
    sunshine.get(TransactionTemplate.class).executeWithoutResult(status -> write(households));
    // What autovacuum does in a running system soon after.
    jdbc.sql("analyze").update();
  }

  private void write(int households) {
    String[] villages =
        sunshine.get(Regions.class).subtree(CITY).stream()
            .filter(region -> region.level() == RegionLevel.VILLAGE)
            .map(Region::code)
            .toArray(String[]::new);
    jdbc.sql(
            """
            create temporary table invented on commit drop as
            select n, gen_random_uuid() as id, (cast(? as text[]))[1 + n % ?] as village,
              1 + (hashint8(n) & 1023) % 5 as persons,
              (hashint8(n + 1000000007) & 1048575) as chance,
              (hashint8(n + 2000000011) & 1048575) as income
            from generate_series(1, ?) as n
            """)
        .params(villages, villages.length, households)
        .update();
    // Most are well below the line of 7,000 yuan, one in seventeen around it and above.
    jdbc.sql(
            """
            insert into household (id, number, case_id, region, head_name, head_id_number, phone,
              address, note, yearly_income, persons, causes, status, admitted_on, registered_at)
            select id, 'NT-' || village || '-' || n, 'bench-' || n, village, '虚构户主' || n,
              'HEAD' || n, '', '', '性能测试用的虚构数据',
              persons * case when chance % 17 = 0 then 6900 + income % 310000 / 100.0
                else 1500 + income % 540000 / 100.0 end,
              persons, '{illness}', 'ACTIVE', date '2026-01-01', now()
            from invented
            """)
        .update();
    jdbc.sql(
            """
            insert into household_member (household, position, name, id_number, relation)
            select id, k, '虚构成员', 'M' || n || '-' || k, '子女'
            from invented, generate_series(1, persons - 1) as k
            """)
        .update();
    UUID file = UUID.randomUUID();
    jdbc.sql(
            """
            insert into comparison_file (id, name, sha256, outcome, rows, faults, handled_at)
            values (?, '虚构.csv', '', 'LOADED', 0, 0, now())
            """)
        .param(file)
        .update();
    // One household in eight has something, one in forty two things; every third car is elsewhere.
    jdbc.sql(
            """
            insert into asset_record (id, id_number, item, region, description, as_of, ordinal, file,
              loaded_at)
            select gen_random_uuid(),
              case when persons > 1 and k = 2 then 'M' || n || '-1' else 'HEAD' || n end,
              (array['vehicle', 'housing', 'housing', 'provident-fund', 'social-security',
                'social-security', 'deposit', 'tax'])[1 + (chance / 64 + k) % 8],
              case when chance % 3 = 0 then '320102' else left(village, 6) end,
              case when chance % 2 = 0 then '城乡居民基本养老保险 ' else '第 ' end || n,
              date '2026-06-30', k, ?, now()
            from invented, generate_series(1, 2) as k
            where chance % 8 = 0 and (k = 1 or chance % 40 = 0)
            """)
        .param(file)
        .update();
  }
}
