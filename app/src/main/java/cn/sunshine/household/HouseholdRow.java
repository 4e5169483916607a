package cn.sunshine.household;

import cn.sunshine.forms.IdNumber;
import cn.sunshine.region.Regions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a row of the register, masked as the asking person's roles require. */
final class HouseholdRow implements RowMapper<HouseholdView> {

  private final Sight sight;
  private final Regions regions;

  HouseholdRow(Sight sight, Regions regions) {
    this.sight = sight;
    this.regions = regions;
  }

  @Override
  public HouseholdView mapRow(ResultSet row, int n) throws SQLException {
    String region = row.getString("region");
    return new HouseholdView(
        row.getObject("id", UUID.class),
        row.getString("number"),
        region,
        regions.fullName(region),
        new HouseholdView.Head(
            row.getString("head_name"),
            sight.idNumber(new IdNumber(row.getString("head_id_number")), region),
            sight.phone(row.getString("phone"), region)),
        row.getInt("persons"),
        row.getBigDecimal("yearly_income"),
        causes((String[]) row.getArray("causes").getArray()),
        row.getString("address"),
        HouseholdStatus.valueOf(row.getString("status")),
        row.getObject("admitted_on", LocalDate.class),
        row.getString("case_id"),
        row.getString("note"),
        List.of(),
        exit(row),
        Optional.ofNullable(row.getString("previous_number")));
  }

  private static Optional<HouseholdView.Exit> exit(ResultSet row) throws SQLException {
    LocalDate on = row.getObject("exited_on", LocalDate.class);
    return on == null
        ? Optional.empty()
        : Optional.of(
            new HouseholdView.Exit(
                on,
                row.getObject("kept_until", LocalDate.class),
                row.getString("exit_reason"),
                row.getString("exit_case")));
  }

  private static List<Cause> causes(String[] codes) {
    return Arrays.stream(codes).flatMap(code -> Cause.ofCode(code).stream()).toList();
  }
}
