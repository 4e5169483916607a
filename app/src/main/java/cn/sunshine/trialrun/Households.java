package cn.sunshine.trialrun;

import java.sql.SQLException;
import java.util.List;

/**
 * The households of a run: of the register at one moment, or of a sheet.
 *
 * @param count how many there are
 * @param portions may be read by several threads at once
 */
record Households(long count, List<Portion> portions) {

  /** Some of the households. */
  @FunctionalInterface
  interface Portion {

    /** Reads them, until they end or the taker has had enough. */
    void read(RegisterReader.Taker taker) throws SQLException;
  }
}
