package cn.sunshine.comparison.dropfolder;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes rows in batches into a temporary table and from there, when all are good, into the records.
 * Lives in one transaction.
 */
final class Staging {

  private static final int BATCH = 2_000;

  private final JdbcClient jdbc;
  private final List<AssetRow> batch = new ArrayList<>(BATCH);

  Staging(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql(
            """
            create temporary table asset_row (
              id_number text, item text, region text, description text,
              amount numeric(15, 2), as_of date
            ) on commit drop
            """)
        .update();
  }

  void add(AssetRow row) {
    batch.add(row);
    if (batch.size() == BATCH) {
      flush();
    }
  }

  /** The same line twice is one record; a record that is already there is left as it is. */
  void publish(UUID file, Instant now) {
    flush();
    jdbc.sql(
            """
            insert into asset_record
              (id, id_number, item, region, description, as_of, ordinal, amount, file, loaded_at)
            select gen_random_uuid(), id_number, item, region, description, as_of,
              row_number() over (
                partition by id_number, item, region, description, as_of
                order by amount nulls first),
              amount, ?, ?
            from (
              select distinct id_number, item, region, description, as_of, amount from asset_row)
            on conflict (id_number, item, region, description, as_of, ordinal)
            do update set
              amount = excluded.amount, file = excluded.file, loaded_at = excluded.loaded_at
            where asset_record.amount is distinct from excluded.amount
            """)
        .params(file, now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private void flush() {
    if (batch.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into asset_row
            select * from unnest(
              ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::date[])
            """)
        .params(
            column(row -> row.idNumber().value()),
            column(row -> row.item().code()),
            column(AssetRow::region),
            column(AssetRow::description),
            column(row -> row.amount().map(Object::toString).orElse(null)),
            column(row -> row.asOf().toString()))
        .update();
    batch.clear();
  }

  private String[] column(Function<AssetRow, String> cell) {
    return batch.stream().map(cell).toArray(String[]::new);
  }
}
