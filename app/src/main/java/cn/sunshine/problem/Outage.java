package cn.sunshine.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Tells a fault that passes by itself, the database being away or starting again, from a defect.
 */
public final class Outage {

  /** SQLSTATE class: the connection could not be made or broke. */
  private static final String CONNECTION = "08";

  /** SQLSTATE class: PostgreSQL stops, has crashed, or is not ready yet. */
  private static final String INTERVENTION = "57P";

  private Outage() {}

  /** Whether the database being away is what is behind the fault. */
  public static boolean isBehind(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException fault) {
    String state = Optional.ofNullable(fault.getSQLState()).orElse("");
    return state.startsWith(CONNECTION)
        || state.startsWith(INTERVENTION)
        || fault instanceof SQLTransientConnectionException
        || fault instanceof SQLNonTransientConnectionException
        || fault instanceof SQLRecoverableException;
  }
}
