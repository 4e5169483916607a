package cn.sunshine.trialrun;

import cn.sunshine.rules.AssetItem;
import cn.sunshine.rules.ScreenedHousehold;
import cn.sunshine.rules.ScreenedHousehold.Asset;
import cn.sunshine.rules.ScreenedHousehold.Doubt;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Reads all registered households of a region, with what the comparison files say about their
 * persons and the doubts that were investigated when they were admitted: in parts that several
 * threads can read at once, all in the state of one moment, row by row, whatever the size. The same
 * facts as the admission and the yearly review put together for one household.
 */
@Component
public class RegisterReader {

  /** So many rows are fetched at once. */
  private static final int FETCHED = 5_000;

  /** At most about so many households make a part: the database reads whole tables for each. */
  private static final int LARGEST_PART = 125_000;

  private static final int SMALLEST_PART = 5_000;

  /** So many parts at least, so that no thread waits long for the other at the end. */
  private static final int FEWEST_PARTS = 6;

  private static final int COUNTY_DIGITS = 6;

  /** Between the fields of an asset, and between assets; the texts have no control characters. */
  private static final char FIELD = '\u001f';

  private static final char RECORD = '\u001e';

  private static final String SCOPE =
      "select set_config('sunshine.scope', ?, true), set_config('work_mem', '64MB', true)";

  private static final String PARTS =
      """
      select left(region, 9) as area, count(*) from household
      where status = 'ACTIVE' and region ~>=~ ? and region ~<~ ?
      group by 1 order by 1
      """;

  private final DataSource database;

  RegisterReader(DataSource database) {
    this.database = database;
  }

  /** Households whose region code lies between the two, the second one excluded. */
  public record Part(String from, String until) {}

  /** Takes the households as they come. */
  @FunctionalInterface
  public interface Taker {

    /** Answers whether it wants another one. */
    boolean take(RegisterEntry entry);
  }

  /**
   * The register of a region at one moment; to be closed.
   *
   * @throws SQLException when the database is away
   */
  public Moment open(String region) throws SQLException {
    return new Moment(database, region);
  }

  /** The register at one moment. Parts may be read by several threads at once. */
  public static final class Moment implements AutoCloseable {
    private final DataSource database;
    private final String region;
    private final Connection holder;
    private final String snapshot;
    private final List<Part> parts = new ArrayList<>();
    private long households;

    private Moment(DataSource database, String region) throws SQLException {
      this.database = database;
      this.region = region;
      this.holder = begin(database);
      try {
        this.snapshot = text(holder, "select pg_export_snapshot()");
        divide();
      } catch (SQLException | RuntimeException e) {
        close();
        throw e;
      }
    }

    /** How many households there are. */
    public long households() {
      return households;
    }

    /** All of them, in parts of similar size. */
    public List<Part> parts() {
      return List.copyOf(parts);
    }

    /** Reads a part, until it ends or the taker has had enough. */
    public void read(Part part, Taker taker) throws SQLException {
      read(RegisterSql.HOUSEHOLDS, part, taker);
    }

    /**
     * Reads those whose last application was refused and who are not registered, until they end or
     * the taker has had enough.
     */
    public void readRefused(Taker taker) throws SQLException {
      read(RegisterSql.APPLICANTS, new Part(region, end(region)), taker);
    }

    /** How many of them there are. */
    public long refused() throws SQLException {
      return count(RegisterSql.COUNT_APPLICANTS);
    }

    /**
     * Reads those who left the register and have not come back, without whom {@link #readRefused}
     * reads, until they end or the taker has had enough.
     */
    public void readExited(Taker taker) throws SQLException {
      read(RegisterSql.LEFT, new Part(region, end(region)), taker);
    }

    /** How many of them there are. */
    public long exited() throws SQLException {
      return count(RegisterSql.COUNT_LEFT);
    }

    private long count(String sql) throws SQLException {
      try (PreparedStatement query = holder.prepareStatement(sql)) {
        query.setString(1, region);
        query.setString(2, end(region));
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    }

    private void read(String sql, Part part, Taker taker) throws SQLException {
      try (Connection connection = begin(database)) {
        try {
          text(connection, "set transaction snapshot '" + snapshot + "'");
          restrict(connection, region);
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, part.from());
            query.setString(2, part.until());
            query.setFetchSize(FETCHED);
            try (ResultSet rows = query.executeQuery()) {
              boolean more = true;
              while (more && rows.next()) {
                more = taker.take(entry(rows));
              }
            }
          }
        } finally {
          end(connection);
        }
      }
    }

    private void divide() throws SQLException {
      restrict(holder, region);
      Map<String, Long> areas = new LinkedHashMap<>();
      try (PreparedStatement query = holder.prepareStatement(PARTS)) {
        query.setString(1, region);
        query.setString(2, end(region));
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            areas.put(rows.getString(1), rows.getLong(2));
            households += rows.getLong(2);
          }
        }
      }
      long size = Math.clamp(households / FEWEST_PARTS, SMALLEST_PART, LARGEST_PART);
      String from = region;
      long inPart = 0;
      for (Map.Entry<String, Long> area : areas.entrySet()) {
        if (inPart >= size) {
          parts.add(new Part(from, area.getKey()));
          from = area.getKey();
          inPart = 0;
        }
        inPart += area.getValue();
      }
      parts.add(new Part(from, end(region)));
    }

    @Override
    public void close() throws SQLException {
      try (holder) {
        end(holder);
      }
    }
  }

  private static Connection begin(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    return connection;
  }

  /** Gives the connection back to the pool as it was. */
  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setReadOnly(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(true);
  }

  /** The second wall: nothing outside the region is read, whatever the queries say. */
  private static void restrict(Connection connection, String region) throws SQLException {
    try (PreparedStatement scope = connection.prepareStatement(SCOPE)) {
      scope.setString(1, region + "%");
      scope.executeQuery().close();
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!statement.execute()) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** A code begins with its parent's; a colon comes right after the digit nine. */
  private static String end(String region) {
    return region + ":";
  }

  private static RegisterEntry entry(ResultSet row) throws SQLException {
    String region = row.getString(2);
    return new RegisterEntry(
        row.getString(1),
        region,
        new ScreenedHousehold(
            OptionalInt.of(row.getInt(3)),
            OptionalLong.of(row.getLong(4)),
            region.substring(0, COUNTY_DIGITS),
            assets(row.getString(5)),
            doubts(row.getString(6))));
  }

  private static List<Asset> assets(String records) {
    if (records == null) {
      return List.of();
    }
    List<Asset> assets = new ArrayList<>();
    for (String record : split(records, RECORD)) {
      List<String> fields = split(record, FIELD);
      assets.add(
          new Asset(AssetItem.of(fields.get(0)).orElseThrow(), fields.get(1), 1, fields.get(2)));
    }
    return assets;
  }

  private static List<Doubt> doubts(String records) {
    if (records == null) {
      return List.of();
    }
    List<Doubt> doubts = new ArrayList<>();
    for (String record : split(records, RECORD)) {
      List<String> fields = split(record, FIELD);
      doubts.add(
          new Doubt(
              AssetItem.of(fields.get(0)).orElseThrow(), Doubt.Verdict.valueOf(fields.get(1))));
    }
    return doubts;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
