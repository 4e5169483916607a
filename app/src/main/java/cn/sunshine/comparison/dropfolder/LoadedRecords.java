package cn.sunshine.comparison.dropfolder;

import cn.sunshine.comparison.AssetItem;
import cn.sunshine.comparison.AssetRecord;
import cn.sunshine.comparison.ComparisonSource;
import cn.sunshine.forms.IdNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the loaded files say. */
@Component
class LoadedRecords implements ComparisonSource {

  private final JdbcClient jdbc;

  LoadedRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "files";
  }

  /** A bureau exports the same car every month: only the latest state of each asset counts. */
  @Override
  public List<AssetRecord> recordsOf(List<IdNumber> persons) {
    return jdbc.sql(
            """
            select distinct on (r.id_number, r.item, r.region, r.description, r.ordinal)
              r.*, f.name as file_name
            from asset_record r join comparison_file f on f.id = r.file
            where r.id_number = any(?)
            order by r.id_number, r.item, r.region, r.description, r.ordinal, r.as_of desc
            """)
        .param(persons.stream().map(IdNumber::value).toArray(String[]::new))
        .query((row, n) -> asset(row))
        .list();
  }

  private static AssetRecord asset(ResultSet row) throws SQLException {
    return new AssetRecord(
        row.getObject("id", UUID.class),
        new IdNumber(row.getString("id_number")),
        AssetItem.ofCode(row.getString("item")).orElseThrow(),
        row.getString("region"),
        row.getString("description"),
        Optional.ofNullable(row.getBigDecimal("amount")),
        row.getObject("as_of", LocalDate.class),
        row.getString("file_name"),
        row.getObject("loaded_at", OffsetDateTime.class).toInstant());
  }
}
